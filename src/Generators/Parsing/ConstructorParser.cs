using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>Which constructor makes a controller.</summary>
internal static class ConstructorParser
{
    /// <summary>The marked one, else the only public one, else the only internal one; null where that leaves a choice.</summary>
    public static IMethodSymbol? Choose(INamedTypeSymbol type, KnownSymbols known)
    {
        // The constructor that every struct has is not a choice where there are others.
        var written = type.InstanceConstructors.Where(static c => !c.IsImplicitlyDeclared).ToList();
        var constructors = type.IsValueType && written.Count > 0 ? written : [.. type.InstanceConstructors];
        return constructors.FirstOrDefault(c => c.FindAttribute(known.PreferredConstructor) is not null && c.IsAccessibleInAssembly())
            ?? Only(constructors.Where(static c => c.DeclaredAccessibility == Accessibility.Public))
            ?? (constructors.Any(static c => c.DeclaredAccessibility == Accessibility.Public) ? null : Only(constructors.Where(static c => c.IsAccessibleInAssembly())));
    }

    // A record's copy constructor is protected or, where the record is sealed, private: it is never among them.
    private static IMethodSymbol? Only(IEnumerable<IMethodSymbol> constructors)
    {
        IMethodSymbol[] all = [.. constructors];
        return all.Length == 1 ? all[0] : null;
    }
}
