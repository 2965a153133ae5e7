using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Diagnostics;

/// <summary>Makes the descriptor of a rule, with the address of its page.</summary>
internal static class Rule
{
    public static DiagnosticDescriptor Error(string id, string category, string title, string message) =>
        new(id, title, message, category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: $"https://github.com/upwire/upwire/blob/main/docs/rules/{id}.md");
}
