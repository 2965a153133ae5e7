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
        ?? (violation.AttributeParameter is { } parameter ? FindArgument(endpoint.Attribute, parameter, cancellation)?.Expression.GetLocation() : null)
        ?? violation.Symbol.Locations.FirstOrDefault(location => location.SourceTree is { } tree && endpoint.Known.Compilation.ContainsSyntaxTree(tree))
        ?? endpoint.Attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation()
        ?? Location.None;

    /// <summary>The whole template of an endpoint; its attribute where it has none.</summary>
    public static Location FindTemplate(EndpointDeclaration endpoint, CancellationToken cancellation) => FindWhole(endpoint.Attribute, "template", cancellation);

    /// <summary>The name that an attribute gives an endpoint.</summary>
    public static Location FindName(EndpointDeclaration endpoint, CancellationToken cancellation) => FindWhole(EndpointNameRules.FindAttribute(endpoint)!, "endpointName", cancellation);

    private static Location FindWhole(AttributeData attribute, string parameter, CancellationToken cancellation) =>
        FindArgument(attribute, parameter, cancellation)?.Expression.GetLocation()
        ?? attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation()
        ?? Location.None;

    /// <summary>The argument for a parameter of the attribute's constructor, or for a property, as it is written.</summary>
    public static AttributeArgumentSyntax? FindArgument(AttributeData attribute, string parameter, CancellationToken cancellation)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax { ArgumentList.Arguments: var arguments })
        {
            return null;
        }

        int position = attribute.AttributeConstructor!.Parameters.TakeWhile(other => other.Name != parameter).Count();
        return arguments.FirstOrDefault(argument => (argument.NameColon?.Name ?? argument.NameEquals?.Name)?.Identifier.ValueText == parameter)
            ?? (position < arguments.Count && arguments[position] is { NameEquals: null, NameColon: null } written ? written : null);
    }

    private static Location? FindInTemplate(EndpointDeclaration endpoint, int start, int length, CancellationToken cancellation)
    {
        var (isInPrefix, position) = endpoint.Joined.Locate(start);
        var attribute = isInPrefix && endpoint.RouteAttribute is { } route ? route : endpoint.Attribute;
        if (attribute.ApplicationSyntaxReference is not { } reference || !endpoint.Known.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
        {
            return null;
        }

        if (FindArgument(attribute, attribute == endpoint.Attribute ? "template" : "prefix", cancellation) is not { Expression: var template })
        {
            return reference.GetSyntax(cancellation).GetLocation();
        }

        var span = ConstantText.Find(template, position, length, endpoint.Known.Compilation.GetSemanticModel(reference.SyntaxTree));
        return Location.Create(reference.SyntaxTree, span ?? template.Span);
    }
}
