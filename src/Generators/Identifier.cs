using Microsoft.CodeAnalysis.CSharp;

namespace Upwire.Generators;

/// <summary>Names as C# writes them.</summary>
internal static class Identifier
{
    /// <summary>Puts an <c>@</c> before a name that is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;
}
