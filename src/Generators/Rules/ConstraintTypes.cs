using Microsoft.CodeAnalysis;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>The types of the values that ASP.NET Core's route constraints let pass, and the constraints that types ask for.</summary>
internal static class ConstraintTypes
{
    /// <summary>The metadata name of the type that constraints ask for: a text where they ask for none.</summary>
    public static string Find(IEnumerable<string> constraints) => constraints.Select(Find).FirstOrDefault(static type => type is not null) ?? "System.String";

    /// <summary>The type that a constraint asks for, as C# writes it; null where it asks for none.</summary>
    public static string? TypeOf(string constraint) => Find(constraint) switch
    {
        "System.Int32" => "int",
        "System.Int64" => "long",
        "System.Boolean" => "bool",
        "System.Decimal" => "decimal",
        "System.Double" => "double",
        "System.Single" => "float",
        { } type => type.Substring("System.".Length),
        null => null,
    };

    /// <summary>The constraint that lets the texts of a type pass, or of what it makes nullable; null for a type of whose texts nothing is known.</summary>
    public static string? OfType(ITypeSymbol type, KnownSymbols known)
    {
        // What a parser of the project's own reads, only that knows.
        var taken = ResultParser.NotNull(type);
        return known.DeclaredParsers.Find(taken) is null ? OfType(taken) : null;
    }

    private static string? OfType(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Char => "length(1)",
        SpecialType.System_SByte => "range(-128,127)",
        SpecialType.System_Byte => "range(0,255)",
        SpecialType.System_Int16 => "range(-32768,32767)",
        SpecialType.System_UInt16 => "range(0,65535)",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "range(0,4294967295)",
        SpecialType.System_Int64 => "long",
        SpecialType.System_UInt64 => "min(0)",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_Double => "double",
        SpecialType.System_Single => "float",
        SpecialType.System_DateTime => "datetime",
        _ when type is { Name: "Guid", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => "guid",
        _ => null,
    };

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
