using Microsoft.CodeAnalysis;
using Upwire.Generators.Diagnostics;
using Upwire.Generators.Parsing;

namespace Upwire.Generators.Rules;

/// <summary>UPW0032: whether generated code can name the class and construct it.</summary>
internal static class ControllerRules
{
    public static IEnumerable<Violation> Check(EndpointDeclaration endpoint)
    {
        var type = endpoint.Method.ContainingType;
        var known = endpoint.Known;
        string? reason = WhyNotUsable(type, known) ?? (NeedsInstance(endpoint, type) ? WhyNotConstructible(type, known) : null);
        if (reason is not null)
        {
            yield return new(HandlerDescriptors.ControllerNotConstructible, type, type.Name, reason);
        }
    }

    // One that is told of its connections is made for static handlers, too.
    private static bool NeedsInstance(EndpointDeclaration endpoint, INamedTypeSymbol type) =>
        type.TypeKind != TypeKind.Extension
        && (!endpoint.Method.IsStatic
            || endpoint.HandshakeMethods.Any(static method => method.Candidates.Any(static candidate => !candidate.IsStatic))
            || (endpoint.IsWebSocket && type.IsOrImplements(endpoint.Known.WebSocketLifetime)));

    private static string? WhyNotUsable(INamedTypeSymbol type, KnownSymbols known) =>
        type.TypeKind == TypeKind.Extension ? null
        : type.TypeKind is not (TypeKind.Class or TypeKind.Struct) ? "is not a class"
        : IsGeneric(type) ? "is generic, and nothing says with which types"
        : !type.IsAccessibleInAssembly() ? "is private, or inside a private class"
        : AttributeParser.WhyIncomplete(type, known);

    private static string? WhyNotConstructible(INamedTypeSymbol type, KnownSymbols known) =>
        type.IsAbstract ? "is abstract"
        : ConstructorParser.Choose(type, known) is not { } constructor
            ? "has no constructor to choose: make one of them public, or mark one with [ActivatorUtilitiesConstructor]"
        : constructor.Parameters.Any(IsNoService) ? "has a constructor whose parameters cannot come from services"
        : HasUnsetRequiredMembers(type, constructor, known) ? "has required members, which its constructor does not set"
        : null;

    private static bool IsNoService(IParameterSymbol parameter) =>
        parameter.RefKind != RefKind.None
        || parameter.Type.IsValueType
        || parameter.Type.TypeKind == TypeKind.Dynamic
        || parameter.Type.ContainsPointer()
        || parameter.Type.HasStaticAbstractMembers();

    private static bool IsGeneric(INamedTypeSymbol type) => type.IsGenericType || (type.ContainingType is { } outer && IsGeneric(outer));

    private static bool HasUnsetRequiredMembers(INamedTypeSymbol type, IMethodSymbol constructor, KnownSymbols known)
    {
        if (constructor.FindAttribute(known.SetsRequiredMembers) is not null)
        {
            return false;
        }

        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers().Any(static member => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            {
                return true;
            }
        }

        return false;
    }
}
