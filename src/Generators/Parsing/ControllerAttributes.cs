using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>What makes a class look like a controller.</summary>
internal static class ControllerAttributes
{
    /// <summary>Upwire's [Route] or [Filter] on a class itself; null where it has neither.</summary>
    public static AttributeData? Find(INamedTypeSymbol type, KnownSymbols known) =>
        type.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is(known.Route) || (attribute.AttributeClass?.OriginalDefinition).Is(known.Filter));

    /// <summary>Whether a class declares an endpoint itself.</summary>
    public static bool DeclaresEndpoint(INamedTypeSymbol type, KnownSymbols known) =>
        type.GetMembers().OfType<IMethodSymbol>().Any(method => method.GetAttributes().Any(attribute => known.GetEndpointAttribute(attribute.AttributeClass) is not null));
}
