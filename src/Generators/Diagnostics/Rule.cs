using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Diagnostics;

/// <summary>Makes the descriptor of a rule, with the address of its page.</summary>
internal static class Rule
{
    /// <summary>For what cannot work.</summary>
    public static DiagnosticDescriptor Error(string id, string category, string title, string message) => Create(id, category, title, message, DiagnosticSeverity.Error);

    /// <summary>For what is dangerous.</summary>
    public static DiagnosticDescriptor Warning(string id, string category, string title, string message) => Create(id, category, title, message, DiagnosticSeverity.Warning);

    /// <summary>For what is dangerous, and only known once the whole project was looked at.</summary>
    public static DiagnosticDescriptor WarningAtEnd(string id, string category, string title, string message) =>
        Create(id, category, title, message, DiagnosticSeverity.Warning, WellKnownDiagnosticTags.CompilationEnd);

    private static DiagnosticDescriptor Create(string id, string category, string title, string message, DiagnosticSeverity severity, params string[] tags) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, helpLinkUri: $"https://github.com/upwire/upwire/blob/main/docs/rules/{id}.md", customTags: tags);
}
