using Microsoft.CodeAnalysis;
using Upwire.Generators.Parsing;

namespace Upwire.CodeFixes;

/// <summary>A type that a context is to name.</summary>
/// <param name="Type">The type.</param>
/// <param name="Name">What the context is told to call it; null where it calls it by its own name.</param>
internal sealed record JsonRoot(ITypeSymbol Type, string? Name)
{
    /// <summary>
    /// What has to be named so that a context covers all of several types. What another of them is made of has a contract without being
    /// named, unless something else is called the same. The first decides where two are made of each other.
    /// </summary>
    /// <param name="wanted">The types.</param>
    /// <param name="contexts">The contexts of the project.</param>
    /// <param name="covered">What the context covers already.</param>
    public static IReadOnlyList<JsonRoot> Of(IEnumerable<ITypeSymbol> wanted, JsonContexts contexts, IEnumerable<ITypeSymbol> covered)
    {
        var types = wanted.ToList();
        var reached = types.Select(contexts.Reach).ToList();
        var called = reached.SelectMany(static others => others).Concat(covered).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default).ToLookup(JsonGraph.NameOf);
        var roots = types.Where((type, place) => called[JsonGraph.NameOf(type)].Skip(1).Any() || !IsReached(type, place)).ToList();
        return [.. roots.Select((root, place) => new JsonRoot(root, called[JsonGraph.NameOf(root)].Any(other => IsBefore(other, place)) ? NameByPlace(root) : null))];

        bool IsReached(ITypeSymbol type, int place) =>
            reached.Where((others, other) => other != place && others.Contains(type) && (other < place || !reached[place].Contains(types[other]))).Any();

        bool IsBefore(ITypeSymbol other, int place) => roots.FindIndex(root => SymbolEqualityComparer.Default.Equals(root, other)) < place;
    }

    // Of two types that are called the same, a context has the first only, unless it is told what to call the other.
    private static string NameByPlace(ITypeSymbol type) => PlaceOf(type) + JsonGraph.NameOf(type);

    private static string PlaceOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => PlaceOf(array.ElementType),
        INamedTypeSymbol { ContainingType: null, TypeArguments: [.., var last] } => PlaceOf(last),
        _ => type.ContainingSymbol.Name,
    };
}
