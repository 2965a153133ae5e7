using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Upwire.Generators.Analyzers;

/// <summary>Where the characters of a string stand in the token that it is written as: a literal, or a text of an interpolated string.</summary>
internal static class LiteralText
{
    /// <summary>The source of each character of what a token stands for, in order; null where the token is no such text, or is broken.</summary>
    public static IReadOnlyList<TextSpan>? Map(SyntaxToken token)
    {
        // What closes a literal is none of them, but while one is typed it may not be there yet.
        int length = ValueOf(token).Length;
        List<TextSpan> map = [.. MapText(token).Take(length).Select(character => new TextSpan(token.SpanStart + character.Start, character.Length))];
        return map.Count == length ? map : null;
    }

    /// <summary>What a part of a token's text stands for; null where that is not some whole characters.</summary>
    public static string? Read(SyntaxToken token, TextSpan part)
    {
        if (Map(token) is not { } map)
        {
            return null;
        }

        int start = map.TakeWhile(character => character.Start < part.Start).Count();
        int length = map.Skip(start).TakeWhile(character => character.End <= part.End).Count();
        return length > 0 && TextSpan.FromBounds(map[start].Start, map[start + length - 1].End) == part ? ValueOf(token).Substring(start, length) : null;
    }

    /// <summary>Whether a brace is written twice, as between the holes of <c>$"..."</c>.</summary>
    public static bool DoublesBraces(SyntaxToken token) =>
        StartOf(token) is SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken;

    private static SyntaxKind StartOf(SyntaxToken token) =>
        token.IsKind(SyntaxKind.InterpolatedStringTextToken) && token.Parent?.Parent is InterpolatedStringExpressionSyntax whole ? whole.StringStartToken.Kind() : SyntaxKind.None;

    // To Roslyn a token has doubled braces still, its string no more.
    private static string ValueOf(SyntaxToken token) => DoublesBraces(token) ? token.ValueText.Replace("{{", "{").Replace("}}", "}") : token.ValueText;

    private static IEnumerable<TextSpan> MapText(SyntaxToken token)
    {
        string text = token.Text;
        return (token.Kind(), StartOf(token)) switch
        {
            (SyntaxKind.StringLiteralToken, _) when text[0] == '@' => MapCharacters(text, 2, doubled: "\"", isVerbatim: true),
            (SyntaxKind.StringLiteralToken, _) => MapCharacters(text, 1, doubled: "", isVerbatim: false),
            (SyntaxKind.SingleLineRawStringLiteralToken, _) => MapEach(text.TakeWhile(static c => c == '"').Count(), token.ValueText.Length),
            (SyntaxKind.MultiLineRawStringLiteralToken, _) => MapLines(LinesOf(text).Skip(1), token.ValueText),
            (_, SyntaxKind.InterpolatedStringStartToken) => MapCharacters(text, 0, doubled: "{}", isVerbatim: false),
            (_, SyntaxKind.InterpolatedVerbatimStringStartToken) => MapCharacters(text, 0, doubled: "\"{}", isVerbatim: true),
            (_, SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken) => MapLines(LinesOf(text), token.ValueText),
            _ => [],
        };
    }

    private static TextLineCollection LinesOf(string text) => SourceText.From(text).Lines;

    // A line of a raw literal ends as that of its value does; what stands before it is the indentation, which the value lacks.
    private static IEnumerable<TextSpan> MapLines(IEnumerable<TextLine> lines, string value) =>
        lines.Zip(LinesOf(value), static (line, read) => MapEach(line.End - read.Span.Length, read.SpanIncludingLineBreak.Length)).SelectMany(static line => line);

    private static IEnumerable<TextSpan> MapEach(int start, int count) => Enumerable.Range(start, count).Select(static position => new TextSpan(position, 1));

    private static IEnumerable<TextSpan> MapCharacters(string text, int start, string doubled, bool isVerbatim)
    {
        for (int position = start; position < text.Length;)
        {
            int width = doubled.Contains(text[position]) ? 2 : isVerbatim ? 1 : WidthOf(text, position);
            var character = new TextSpan(position, Math.Min(width, text.Length - position));
            yield return character;
            if (!isVerbatim && IsSurrogatePair(text, position))
            {
                yield return character;
            }

            position += width;
        }
    }

    // How many characters of the source stand for the next of the value (C# specification, 6.4.5.6).
    private static int WidthOf(string text, int position) => (text[position], position + 1 < text.Length ? text[position + 1] : '\0') switch
    {
        ('\\', 'u') => 6,
        ('\\', 'U') => 10,
        ('\\', 'x') => 2 + text.Skip(position + 2).Take(4).TakeWhile(Uri.IsHexDigit).Count(),
        ('\\', _) => 2,
        _ => 1,
    };

    private static bool IsSurrogatePair(string text, int position) =>
        position + 6 <= text.Length && text[position] == '\\' && text[position + 1] == 'U' && text.Substring(position + 2, 4) != "0000";
}
