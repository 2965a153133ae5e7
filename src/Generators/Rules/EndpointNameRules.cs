using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>UPW0012: whether each name stands for one endpoint of an application.</summary>
internal static class EndpointNameRules
{
    public static IEnumerable<TableViolation> Check(IEnumerable<EndpointDeclaration> endpoints) =>
        endpoints
            .GroupBy(NameOf, StringComparer.Ordinal)
            .Where(static named => named.Key is not null)
            .SelectMany(static named => Report(named.Key!, [.. named]));

    /// <summary>The attribute that names an endpoint.</summary>
    public static AttributeData? FindAttribute(EndpointDeclaration endpoint) => endpoint.Method.FindAttribute(endpoint.Known.EndpointName);

    private static string? NameOf(EndpointDeclaration endpoint) =>
        FindAttribute(endpoint)?.ConstructorArguments is [{ Value: string name }] ? name : null;

    private static IEnumerable<TableViolation> Report(string name, EndpointDeclaration[] named)
    {
        for (int i = 0; i < named.Length && named.Length > 1; i++)
        {
            var (endpoint, other) = (named[i], named[i == 0 ? 1 : 0]);
            string place = SymbolEqualityComparer.Default.Equals(endpoint.Method, other.Method) ? "another attribute of the same method" : EndpointPlace.Describe(other);
            yield return new(RouteDescriptors.DuplicateName, endpoint, other, EndpointPlace.NameOf(endpoint), name, place);
        }
    }
}
