using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Upwire.Generators.Analyzers;
using Upwire.Generators.Parsing;

namespace Upwire.CodeFixes;

/// <summary>Writes the template of an endpoint's attribute where it is written.</summary>
internal static class TemplateArgument
{
    /// <summary>The change; null where the template is not one literal that reads as the template does.</summary>
    public static TextChange? Rewrite(EndpointDeclaration endpoint, string template, CancellationToken cancellation)
    {
        if (endpoint.Attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax attribute)
        {
            return null;
        }

        return ViolationLocation.FindArgument(endpoint.Attribute, "template", cancellation) is not { } argument ? Add(attribute, template, endpoint.Kind)
            : argument.Expression is LiteralExpressionSyntax literal && FindText(literal.Token) is { } span ? new(span, template)
            : null;
    }

    // An escape is longer than what it stands for: where the lengths agree, the value itself stands between the quotes.
    private static TextSpan? FindText(SyntaxToken literal)
    {
        string value = literal.ValueText;
        int start = literal.Text.IndexOf('"') + 1;
        int quotes = value.Length == 0 ? 1 : literal.Text.Skip(start - 1).TakeWhile(static c => c == '"').Count();
        start += quotes - 1;
        return literal.Text.Length == start + value.Length + quotes ? new(literal.SpanStart + start, value.Length) : null;
    }

    private static TextChange? Add(AttributeSyntax attribute, string template, EndpointAttribute kind) => attribute.ArgumentList switch
    {
        _ when kind.IsToldVerb => null,
        null => new(new(attribute.Name.Span.End, 0), $"(\"{template}\")"),
        { Arguments.Count: 0 } list => new(list.Span, $"(\"{template}\")"),
        var list => new(new(list.Arguments[0].SpanStart, 0), $"\"{template}\", "),
    };
}
