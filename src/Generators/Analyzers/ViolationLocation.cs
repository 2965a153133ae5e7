using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Upwire.Generators.Parsing;
using Upwire.Generators.Rules;

namespace Upwire.Generators.Analyzers;

/// <summary>Where a violation stands in the source.</summary>
internal static class ViolationLocation
{
    public static Location Find(Violation violation, EndpointDeclaration endpoint, CancellationToken cancellation) =>
        (violation.InTemplate is { } range ? FindInTemplate(endpoint, range.Start, range.Length, cancellation) : null)
        ?? violation.Symbol.Locations.FirstOrDefault()
        ?? Location.None;

    private static Location? FindInTemplate(EndpointDeclaration endpoint, int start, int length, CancellationToken cancellation)
    {
        var (isInPrefix, position) = endpoint.Joined.Locate(start);
        var attribute = isInPrefix && endpoint.RouteAttribute is { } route ? route : endpoint.Attribute;
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax syntax)
        {
            return null;
        }

        return syntax.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null) is { } template
            ? FindInLiteral(template.Expression, position, length)
            : syntax.GetLocation();
    }

    // Inside a literal that is written as it reads, each character of the value is one of the source; elsewhere the
    // whole expression is marked.
    private static Location FindInLiteral(ExpressionSyntax expression, int position, int length)
    {
        if (expression is LiteralExpressionSyntax { Token: var token } && token.IsKind(SyntaxKind.StringLiteralToken))
        {
            int quote = token.Text.StartsWith("@", StringComparison.Ordinal) ? 2 : 1;
            bool isVerbatim = token.Text.Length == token.ValueText.Length + quote + 1;
            int end = Math.Min(position + length, token.ValueText.Length);
            if (isVerbatim && position < end)
            {
                return Location.Create(expression.SyntaxTree, TextSpan.FromBounds(token.SpanStart + quote + position, token.SpanStart + quote + end));
            }
        }

        return expression.GetLocation();
    }
}
