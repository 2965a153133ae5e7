namespace Benchmarks;

/// <summary>What the handlers of all peers do: as little as can be, and the same.</summary>
public static class Answers
{
    public const string Text = "Hello, world!";

    public static string Take(Order order) => order.Count == Order.Sample.Count ? "taken" : "refused";

    public static string Line(int customer, int order, string line, int page) =>
        customer == 12 && order == 345 && line == "a-7" && page == 2 ? "found" : "missing";
}
