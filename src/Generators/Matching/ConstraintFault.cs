namespace Upwire.Generators.Matching;

/// <summary>What ASP.NET Core's constraints are called and take, and what is wrong with one that is written otherwise.</summary>
internal static class ConstraintFault
{
    private static readonly string[] WithoutArgument =
        ["int", "bool", "datetime", "decimal", "double", "float", "guid", "long", "alpha", "required", "file", "nonfile"];

    /// <summary>Each by its name, as it is written.</summary>
    public static IReadOnlyDictionary<string, string> Usages { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["min"] = "a whole number, as in 'min(1)'",
        ["max"] = "a whole number, as in 'max(10)'",
        ["range"] = "two whole numbers, the smaller one first, as in 'range(1,10)'",
        ["minlength"] = "a whole number that is not negative, as in 'minlength(2)'",
        ["maxlength"] = "a whole number that is not negative, as in 'maxlength(8)'",
        ["length"] = "one or two whole numbers that are not negative, the smaller one first, as in 'length(2,8)'",
        ["regex"] = "a regular expression, as in 'regex(^[a-z]+$)'",
    };

    /// <summary>The names of all.</summary>
    public static IEnumerable<string> Names => WithoutArgument.Concat(Usages.Keys);

    public static bool IsKnown(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Why a constraint cannot be made, after its name; null where it can, and for one that is none of ASP.NET Core's.</summary>
    public static string? Find(RouteConstraint constraint) =>
        WithoutArgument.Contains(constraint.Name, StringComparer.OrdinalIgnoreCase) ? constraint.HasArgument ? "takes no argument" : null
        : !Usages.TryGetValue(constraint.Name, out string? usage) ? null
        : constraint.Name == "REGEX" ? WhyNoRegex(constraint, usage)
        : AreRight(constraint.Name, constraint.ArgumentNumbers) ? null
        : $"takes {usage}";

    private static string? WhyNoRegex(RouteConstraint constraint, string usage) =>
        !constraint.HasArgument ? $"takes {usage}"
        : constraint.RegexFault is { } fault ? $"takes {usage}, and this is none: {fault}"
        : null;

    private static bool AreRight(string name, IReadOnlyList<long?> numbers) => (name, numbers) switch
    {
        ("MIN" or "MAX", [not null]) => true,
        ("RANGE", [{ } least, { } most]) => least <= most,
        ("MINLENGTH" or "MAXLENGTH" or "LENGTH", [>= 0 and <= int.MaxValue]) => true,
        ("LENGTH", [>= 0 and var least, <= int.MaxValue and var most]) => least <= most,
        _ => false,
    };
}
