using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>What of an object JSON reads and writes.</summary>
internal static class JsonMembers
{
    /// <summary>The type of a member; null where it is none of JSON's.</summary>
    public static ITypeSymbol? FindType(ISymbol member, JsonSymbols symbols) => member switch
    {
        IPropertySymbol { IsStatic: false, Parameters.IsEmpty: true } property
            when IsPublic(property.GetMethod) || IsPublic(property.SetMethod) || property.FindAttribute(symbols.Include) is not null => property.Type,
        IFieldSymbol { IsStatic: false, AssociatedSymbol: null, IsExplicitlyNamedTupleElement: false } field
            when IsPublic(field) || field.FindAttribute(symbols.Include) is not null => field.Type,
        _ => null,
    };

    /// <summary>The constructor by which a value is made; null where none has parameters to read.</summary>
    public static IMethodSymbol? FindConstructor(INamedTypeSymbol type, JsonSymbols symbols)
    {
        var constructors = type.InstanceConstructors;
        var publics = constructors.Where(IsPublic).ToList();
        return constructors.FirstOrDefault(constructor => constructor.FindAttribute(symbols.Constructor) is not null)
            ?? (type.IsValueType || publics.Any(static constructor => constructor.Parameters.IsEmpty) || publics.Count != 1 ? null : publics[0]);
    }

    private static bool IsPublic(ISymbol? symbol) => symbol?.DeclaredAccessibility == Accessibility.Public;
}
