using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Diagnostics;

/// <summary>Rules about what is read and written as JSON.</summary>
internal static class JsonDescriptors
{
    private const string Category = "Upwire.Json";

    /// <summary>An error where the project is published as a native binary.</summary>
    public static readonly DiagnosticDescriptor NotCovered = Rule.Warning(
        DiagnosticIds.NotCovered,
        Category,
        "A type that no JsonSerializerContext covers",
        "'{0}' is {1} as JSON, but no JsonSerializerContext covers it, so that a native binary cannot; {2}");

    public static readonly DiagnosticDescriptor NotCoverable = Rule.Error(
        DiagnosticIds.NotCoverable,
        Category,
        "A type that no JsonSerializerContext can cover",
        "'{0}' is {1} as JSON, which a native binary cannot: {2}");
}
