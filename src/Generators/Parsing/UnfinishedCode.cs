using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>
/// Declarations that the compiler itself refuses, for somebody is in the middle of writing them: with names that nobody knows, or that are
/// missing. What would be generated for them would only repeat its errors, in files that nobody wrote.
/// </summary>
internal sealed class UnfinishedCode(KnownSymbols known)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _types = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _controllers = new(SymbolEqualityComparer.Default);

    /// <summary>Whether anything that an endpoint is generated from is not finished.</summary>
    public bool IsPartOf(EndpointDeclaration endpoint) =>
        !IsFinished(endpoint.Method)
        || !_controllers.GetOrAdd(endpoint.Method.ContainingType, IsFinishedController)
        || !endpoint.HandshakeMethods.SelectMany(static method => method.Candidates).All(IsFinished);

    /// <summary>Whether a method that everybody sees takes or returns what not everybody does (CS0050, CS0051).</summary>
    public bool ShowsWhatIsHidden(IMethodSymbol method) =>
        !known.IsAccessible(method.ReturnType) || !method.Parameters.All(parameter => known.IsAccessible(parameter.Type));

    private bool IsFinished(IMethodSymbol method) =>
        HasName(method)
        && AreFinished(method.GetAttributes())
        && IsKnown(method.ReturnType)
        && method.Parameters.All(IsFinished);

    private bool IsFinished(IParameterSymbol parameter) => HasName(parameter) && AreFinished(parameter.GetAttributes()) && IsKnown(parameter.Type);

    private bool IsFinishedController(INamedTypeSymbol type)
    {
        // A name may be missing, and the class of what stands outside of all classes has one that no code can use. Extension blocks have none, and are a rule's.
        for (INamespaceOrTypeSymbol? current = type; current is not null and not INamespaceSymbol { IsGlobalNamespace: true }; current = current.ContainingSymbol as INamespaceOrTypeSymbol)
        {
            if (current is { CanBeReferencedByName: false } and not INamedTypeSymbol { TypeKind: TypeKind.Extension })
            {
                return false;
            }
        }

        return type.GetHierarchy().All(AreHeadAndConstructorsFinished);
    }

    // Itself, and what it is taken apart into.
    private bool IsKnown(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => false,
        IArrayTypeSymbol array => IsKnown(array.ElementType),
        INamedTypeSymbol named => IsFinished(named.OriginalDefinition) && named.TypeArguments.All(IsKnown),
        _ => true,
    };

    private bool IsFinished(INamedTypeSymbol type)
    {
        if (!known.IsInProject(type))
        {
            return true;
        }

        // Until it is known, as it is with most: types are made of each other.
        if (_types.TryAdd(type, true) && !IsFinishedDeclaration(type))
        {
            _types[type] = false;
        }

        return _types[type];
    }

    private bool IsFinishedDeclaration(INamedTypeSymbol type) =>
        AreHeadAndConstructorsFinished(type)
        && type.GetMembers().OfType<IPropertySymbol>().All(property => HasName(property) && AreFinished(property.GetAttributes()) && IsKnown(property.Type));

    private bool AreHeadAndConstructorsFinished(INamedTypeSymbol type) =>
        AreFinished(type.GetAttributes())
        && type.BaseType is not IErrorTypeSymbol
        && !type.Interfaces.Any(static implemented => implemented is IErrorTypeSymbol)
        && type.InstanceConstructors.All(constructor => constructor.Parameters.All(IsFinished));

    private bool AreFinished(ImmutableArray<AttributeData> attributes) => attributes.All(attribute =>
        attribute is { AttributeClass: { } type, AttributeConstructor: not null }
        && type is not IErrorTypeSymbol
        && type.TypeArguments.All(IsKnown)
        && attribute.ConstructorArguments.All(IsFinished)
        && attribute.NamedArguments.All(argument => IsFinished(argument.Value)));

    private static bool IsFinished(TypedConstant constant) =>
        constant.Kind != TypedConstantKind.Error
        && (constant.Kind == TypedConstantKind.Array ? constant.IsNull || constant.Values.All(IsFinished) : constant.Value is not IErrorTypeSymbol);

    private static bool HasName(ISymbol symbol) => symbol.Name.Length > 0;
}
