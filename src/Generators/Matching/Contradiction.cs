namespace Upwire.Generators.Matching;

/// <summary>Constraints that no text can satisfy together. What is not proved is not claimed.</summary>
internal static class Contradiction
{
    private static readonly string[] WholeNumbers = ["INT", "LONG", "MIN", "MAX", "RANGE"];

    /// <summary>Why no text can pass all of some constraints, after "no text"; null where one may.</summary>
    public static string? Find(IReadOnlyList<RouteConstraint> constraints)
    {
        var numbers = constraints.Where(static constraint => constraint.Numbers is not null).ToList();
        var lengths = constraints.Aggregate(new ValueRange(1, int.MaxValue), static (range, next) => range.Intersect(next.Lengths));
        return numbers.Count > 0 && numbers.Aggregate(new ValueRange(long.MinValue, long.MaxValue), static (range, next) => range.Intersect(next.Numbers!.Value)).IsEmpty
                ? $"is a number that '{Join(numbers)}' lets pass"
            : lengths.IsEmpty ? $"has a length that '{Join(constraints.Where(static constraint => constraint.Lengths != new ValueRange(0, int.MaxValue)))}' lets pass"
            : constraints.SelectMany(_ => constraints, static (one, other) => (one, other)).FirstOrDefault(static pair => AreApart(pair.one.Name, pair.other.Name)) is { one: { } one, other: { } other }
                ? $"passes both '{one.Text}' and '{other.Text}'"
            : null;
    }

    private static string Join(IEnumerable<RouteConstraint> constraints) => string.Join(":", constraints.Select(static constraint => constraint.Text));

    private static bool AreApart(string one, string other) => one switch
    {
        // A number has a digit, "true" and "false" have none.
        "ALPHA" => WholeNumbers.Contains(other) || other is "DECIMAL" or "FILE",
        "BOOL" => WholeNumbers.Contains(other) || other is "DECIMAL" or "DOUBLE" or "FLOAT" or "GUID" or "DATETIME" or "FILE",
        "FILE" => WholeNumbers.Contains(other) || other is "NONFILE",
        _ => false,
    };
}
