namespace Benchmarks;

public sealed record Order(int Id, string Customer, string Article, int Count, decimal Price)
{
    public static readonly Order Sample = new(4711, "Ada Lovelace", "Punched cards, blank", 1_000, 12.50m);
}
