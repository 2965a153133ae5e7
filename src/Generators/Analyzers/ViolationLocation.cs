using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

    // Of a constant or a concatenation, the whole expression is marked.
    private static Location FindInLiteral(ExpressionSyntax expression, int position, int length) =>
        expression is LiteralExpressionSyntax literal && LiteralText.Find(literal.Token, position, length) is { } span
            ? Location.Create(expression.SyntaxTree, span)
            : expression.GetLocation();
}
