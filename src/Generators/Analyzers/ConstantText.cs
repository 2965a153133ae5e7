using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Upwire.Generators.Analyzers;

/// <summary>
/// Where the characters of a constant string stand in the expression that makes it. Those of a literal stand in the literal; what a name,
/// or the hole of an interpolated string, is the value of, stands all over it.
/// </summary>
internal sealed class ConstantText
{
    private readonly SemanticModel _model;
    private readonly List<TextSpan> _map = [];

    private ConstantText(SemanticModel model) => _model = model;

    /// <summary>The span from the first to the last character of a part of the value; null where the part is empty, or lies outside.</summary>
    public static TextSpan? Find(ExpressionSyntax expression, int start, int length, SemanticModel model)
    {
        var text = new ConstantText(model);
        text.Read(expression);
        int end = Math.Min(start + length, text._map.Count);
        return start < end ? TextSpan.FromBounds(text._map[start].Start, text._map[end - 1].End) : null;
    }

    /// <summary>How many characters of the value stand before a position in the source; null where that is not the edge of one.</summary>
    public static int? CountBefore(ExpressionSyntax expression, int position, SemanticModel model)
    {
        var text = new ConstantText(model);
        text.Read(expression);
        int index = text._map.TakeWhile(character => character.End <= position).Count();
        bool isAtEdge = (index > 0 && text._map[index - 1].End == position) || (index < text._map.Count && text._map[index].Start == position);
        return isAtEdge ? index : null;
    }

    // Not by recursion: a sum may be as long as a file.
    private void Read(ExpressionSyntax expression)
    {
        var unread = new Stack<ExpressionSyntax>([expression]);
        while (unread.Count > 0)
        {
            switch (unread.Pop())
            {
                case ParenthesizedExpressionSyntax { Expression: var inner }:
                    unread.Push(inner);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                    unread.Push(sum.Right);
                    unread.Push(sum.Left);
                    break;
                case ConditionalExpressionSyntax choice:
                    unread.Push(_model.GetConstantValue(choice.Condition).Value is true ? choice.WhenTrue : choice.WhenFalse);
                    break;
                case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token: var literal }:
                    AddText(literal);
                    break;
                case InterpolatedStringExpressionSyntax { Contents: var contents }:
                    AddContents(contents);
                    break;
                case var other:
                    AddValue(other, other.Span);
                    break;
            }
        }
    }

    private void AddContents(SyntaxList<InterpolatedStringContentSyntax> contents)
    {
        foreach (var content in contents)
        {
            switch (content)
            {
                case InterpolatedStringTextSyntax { TextToken: var text }:
                    AddText(text);
                    break;
                case InterpolationSyntax hole:
                    AddValue(hole.Expression, hole.Span);
                    break;
                default:
                    break;
            }
        }
    }

    private void AddText(SyntaxToken token) => _map.AddRange(LiteralText.Map(token) ?? Enumerable.Repeat(token.Span, token.ValueText.Length));

    // Null is the empty text of a sum.
    private void AddValue(ExpressionSyntax expression, TextSpan span) =>
        _map.AddRange(Enumerable.Repeat(span, _model.GetConstantValue(expression).Value is string value ? value.Length : 0));
}
