using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Diagnostics;

/// <summary>Rules about what an application does before it runs.</summary>
internal static class SetUpDescriptors
{
    private const string Category = "Upwire.Setup";

    public static readonly DiagnosticDescriptor NotSetUp = Rule.Warning(
        DiagnosticIds.SetUp,
        Category,
        "Endpoints that the application does not map",
        "{0}; call {1} before the application {2}",
        WellKnownDiagnosticTags.CompilationEnd);
}
