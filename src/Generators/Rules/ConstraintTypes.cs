namespace Upwire.Generators.Rules;

/// <summary>The types of the values that ASP.NET Core's route constraints let pass.</summary>
internal static class ConstraintTypes
{
    /// <summary>The metadata name of the type that constraints ask for: a text where they ask for none.</summary>
    public static string Find(IEnumerable<string> constraints) => constraints.Select(Find).FirstOrDefault(static type => type is not null) ?? "System.String";

    private static string? Find(string constraint) => constraint.Split('(')[0].ToUpperInvariant() switch
    {
        "INT" => "System.Int32",
        "LONG" or "MIN" or "MAX" or "RANGE" => "System.Int64",
        "BOOL" => "System.Boolean",
        "GUID" => "System.Guid",
        "DATETIME" => "System.DateTime",
        "DECIMAL" => "System.Decimal",
        "DOUBLE" => "System.Double",
        "FLOAT" => "System.Single",
        _ => null,
    };
}
