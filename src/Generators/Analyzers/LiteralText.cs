using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Upwire.Generators.Analyzers;

/// <summary>Finds characters of a string's value in the literal that it is written as.</summary>
internal static class LiteralText
{
    /// <summary>The span of a part of the value in the source; null where the literal does not end on one line, or the part lies outside.</summary>
    public static TextSpan? Find(SyntaxToken literal, int start, int length)
    {
        int end = Math.Min(start + length, literal.ValueText.Length);
        if (start >= end || Begin(literal) is not { } position)
        {
            return null;
        }

        string text = literal.Text;
        int from = position;
        for (int index = 0; index < end && position < text.Length;)
        {
            if (index <= start)
            {
                from = position;
            }

            int width = Width(literal, position);
            index += IsSurrogatePair(text, position) ? 2 : 1;
            position += width;
        }

        return TextSpan.FromBounds(literal.SpanStart + from, literal.SpanStart + position);
    }

    /// <summary>What of the value stands before a position in the source; null where that is not inside the literal, or inside of an escape.</summary>
    public static string? FindBefore(SyntaxToken literal, int position)
    {
        if (Begin(literal) is not { } current)
        {
            return null;
        }

        int end = position - literal.SpanStart;
        int index = 0;
        while (current < end && index < literal.ValueText.Length)
        {
            int width = Width(literal, current);
            index += IsSurrogatePair(literal.Text, current) ? 2 : 1;
            current += width;
        }

        return current == end ? literal.ValueText.Substring(0, index) : null;
    }

    private static int? Begin(SyntaxToken literal) => literal.Kind() switch
    {
        SyntaxKind.StringLiteralToken => IsVerbatim(literal) ? 2 : 1,
        SyntaxKind.SingleLineRawStringLiteralToken => literal.Text.TakeWhile(static c => c == '"').Count(),
        _ => null,
    };

    private static bool IsVerbatim(SyntaxToken literal) => literal.Text.StartsWith("@", StringComparison.Ordinal);

    // How many characters of the source stand for the next of the value (C# specification, 6.4.5.6).
    private static int Width(SyntaxToken literal, int position)
    {
        string text = literal.Text;
        char next = position + 1 < text.Length ? text[position + 1] : '\0';
        return !literal.IsKind(SyntaxKind.StringLiteralToken) ? 1
            : IsVerbatim(literal) ? (text[position] == '"' ? 2 : 1)
            : text[position] != '\\' ? 1
            : next switch
            {
                'u' => 6,
                'U' => 10,
                'x' => 2 + text.Skip(position + 2).Take(4).TakeWhile(Uri.IsHexDigit).Count(),
                _ => 2,
            };
    }

    private static bool IsSurrogatePair(string text, int position) =>
        position + 6 <= text.Length && text[position] == '\\' && text[position + 1] == 'U' && text.Substring(position + 2, 4) != "0000";
}
