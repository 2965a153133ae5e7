using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Upwire.Generators.Analyzers;

namespace Upwire.CodeFixes;

/// <summary>Changes what a string says in the literal, or the text of an interpolated string, that says it.</summary>
internal static class LiteralEdit
{
    /// <summary>Puts a text in the place of another; null where a constant, an escape or several operands say that, so that there is no place for it.</summary>
    /// <param name="root">The file.</param>
    /// <param name="span">Where the text stands.</param>
    /// <param name="replaced">The text.</param>
    /// <param name="replacement">The other: of names, numbers, and what parameters and constraints are written with, which stand for themselves in any literal but for braces.</param>
    public static TextChange? Replace(SyntaxNode root, TextSpan span, string replaced, string replacement)
    {
        var token = root.FindToken(span.Start);
        if (LiteralText.Read(token, span) != replaced)
        {
            return null;
        }

        // What is only added leaves the rest as it is written, escapes and all.
        return replacement.StartsWith(replaced, StringComparison.Ordinal)
            ? new(new(span.End, 0), Write(token, replacement.Substring(replaced.Length)))
            : new(span, Write(token, replacement));
    }

    private static string Write(SyntaxToken token, string text) => LiteralText.DoublesBraces(token) ? text.Replace("{", "{{").Replace("}", "}}") : text;
}
