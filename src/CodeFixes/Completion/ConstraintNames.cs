using Microsoft.CodeAnalysis;
using Upwire.Generators.Matching;
using Upwire.Generators.Parsing;
using Upwire.Generators.Rules;

namespace Upwire.CodeFixes.Completion;

/// <summary>The names of constraints, those first that fit a type.</summary>
internal static class ConstraintNames
{
    /// <summary>All that routing knows, with what each takes, and whether it is that of the type itself.</summary>
    /// <param name="type">The type of the parameter; null where nothing is known of it.</param>
    /// <param name="known">The project's symbols, and the constraints that it registers.</param>
    public static IEnumerable<(string Name, string? Usage, bool IsOfType)> For(ITypeSymbol? type, KnownSymbols known)
    {
        string? own = type is null ? null : ConstraintTypes.OfType(type, known);
        bool isWhole = own is not null && known.Constraints.Read(own).Numbers is not null;
        var custom = known.DeclaredConstraints.Where(static name => !ConstraintFault.IsKnown(name)).OrderBy(static name => name, StringComparer.Ordinal);
        return ConstraintFault.Names
            .Select(name => (Name: name, Rank: Rank(name, type, own, isWhole)))
            .Concat(custom.Select(static name => (Name: name, Rank: 1)))
            .OrderBy(static constraint => constraint.Rank)
            .Select(static constraint => (constraint.Name, FindUsage(constraint.Name), constraint.Rank == 0));
    }

    // Those that ask for no type are for texts; min, max and range for whole numbers.
    private static int Rank(string name, ITypeSymbol? type, string? own, bool isWhole) =>
        own is not null && NameOf(own) == name ? 0
        : type is null ? 1
        : ConstraintTypes.TypeOf(name) is not null ? isWhole && name is "min" or "max" or "range" ? 1 : 2
        : own is null ? 1
        : 2;

    private static string NameOf(string constraint) => constraint.Split('(')[0];

    private static string? FindUsage(string name) => ConstraintFault.Usages.TryGetValue(name, out string? usage) ? usage : null;
}
