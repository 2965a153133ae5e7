using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

internal static class SymbolExtensions
{
    public static bool Is(this ITypeSymbol? type, INamedTypeSymbol? other) => other is not null && SymbolEqualityComparer.Default.Equals(type, other);

    /// <summary>Whether a type is a construction of a generic type, or implements it.</summary>
    public static bool IsOrImplements(this ITypeSymbol type, INamedTypeSymbol? definition) =>
        type.OriginalDefinition.Is(definition) || type.AllInterfaces.Any(i => i.OriginalDefinition.Is(definition));

    /// <summary>Whether a type is a class or derives from it.</summary>
    public static bool IsOrDerivesFrom(this ITypeSymbol type, INamedTypeSymbol? other)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Is(other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a type can be named in unsafe code only.</summary>
    public static bool ContainsPointer(this ITypeSymbol type) =>
        type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer
        || (type is IArrayTypeSymbol array && array.ElementType.ContainsPointer())
        || (type is INamedTypeSymbol named && named.TypeArguments.Any(ContainsPointer));

    /// <summary>Whether a type is an interface that cannot be a type argument, for its static members have no implementation (CS8920).</summary>
    public static bool HasStaticAbstractMembers(this ITypeSymbol type) =>
        type.TypeKind == TypeKind.Interface
        && type.AllInterfaces.Add((INamedTypeSymbol)type).Any(static i => i.GetMembers().Any(static member => member is { IsStatic: true, IsAbstract: true }));

    /// <summary>Whether other assemblies see a type, and all that its name is made of.</summary>
    public static bool IsPublic(this ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.IsPublic(),
        INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } named => named.TypeArguments.All(IsPublic) && named.ContainingType?.IsPublic() != false,
        _ => type.TypeKind == TypeKind.Dynamic,
    };

    /// <summary>A type with all that it inherits of, the base first; of an interface, those that it extends.</summary>
    public static IEnumerable<INamedTypeSymbol> GetHierarchy(this INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Insert(0, type)
        : type.BaseType is { SpecialType: not SpecialType.System_Object } root ? root.GetHierarchy().Append(type)
        : [type];

    /// <summary>The properties of a type's objects, inherited ones too, of each name the most derived that fits.</summary>
    public static IEnumerable<IPropertySymbol> GetInstanceProperties(this INamedTypeSymbol type, Func<IPropertySymbol, bool> fits) =>
        type.GetHierarchy()
            .SelectMany(static declaring => declaring.GetMembers().OfType<IPropertySymbol>())
            .Where(property => property is { IsStatic: false, IsIndexer: false } && fits(property))
            .GroupBy(static property => property.Name)
            .Select(static group => group.Last());

    /// <summary>Whether an assembly references another of a name.</summary>
    public static bool References(this IAssemblySymbol assembly, string name) =>
        assembly.Modules.First().ReferencedAssemblies.Any(reference => reference.Name == name);

    /// <summary>A type as a message calls it.</summary>
    public static string Display(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    public static AttributeData? FindAttribute(this ISymbol symbol, INamedTypeSymbol? type) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass.Is(type));

    /// <summary>The value of a parameter of the attribute's constructor, however the argument is written.</summary>
    public static TypedConstant? FindConstructorArgument(this AttributeData attribute, string parameter)
    {
        var arguments = attribute.ConstructorArguments;
        for (int i = 0; i < arguments.Length; i++)
        {
            if (attribute.AttributeConstructor!.Parameters[i].Name == parameter)
            {
                return arguments[i];
            }
        }

        return null;
    }

    public static TypedConstant? FindNamedArgument(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value;
            }
        }

        return null;
    }

    /// <summary>Whether a base class, or an interface of its own class, says what a method takes.</summary>
    public static bool IsImposed(this IMethodSymbol method) =>
        method.IsOverride
        || method.ContainingType.AllInterfaces
            .SelectMany(type => type.GetMembers(method.Name))
            .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    /// <summary>Whether generated code in the same assembly can name the symbol.</summary>
    public static bool IsAccessibleInAssembly(this ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (current.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal
                || current is INamedTypeSymbol { IsFileLocal: true })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The name with all that it is inside of, without escaping.</summary>
    public static string GetFullMetadataName(this ISymbol symbol) => symbol.ContainingSymbol switch
    {
        INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false } => $"{symbol.ContainingSymbol.GetFullMetadataName()}.{symbol.MetadataName}",
        _ => symbol.MetadataName,
    };
}
