using Microsoft.CodeAnalysis.CSharp;

namespace Upwire.Generators.Emission;

/// <summary>Values as generated code writes them.</summary>
internal static class Literal
{
    public static string Of(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    public static string Of(bool value) => value ? "true" : "false";
}
