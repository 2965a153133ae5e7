using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Upwire.CodeFixes;

/// <summary>How the lines of a file end.</summary>
internal static class LineEnd
{
    /// <summary>As the first line does; a line feed where there is one line only.</summary>
    public static SyntaxTrivia Of(SyntaxNode root)
    {
        var first = root.DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return first.IsKind(SyntaxKind.None) ? SyntaxFactory.LineFeed : first;
    }
}
