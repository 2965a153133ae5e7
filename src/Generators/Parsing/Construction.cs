using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>How generated code makes an object of values that it has read: the constructor, and the members that are set.</summary>
/// <param name="Arguments">The parameters of the constructor, each with the property that it sets, if there is one.</param>
/// <param name="Members">The other properties that can be set.</param>
internal sealed record Construction(ImmutableArray<(IParameterSymbol Parameter, IPropertySymbol? Property)> Arguments, ImmutableArray<IPropertySymbol> Members)
{
    /// <summary>Why there is no way to make a type, behind its name.</summary>
    public const string WhyNot = "cannot be made: it is abstract, has a required field, or has no single public constructor and none without parameters";

    /// <summary>Finds the way to make a type; null where there is none.</summary>
    public static Construction? Find(INamedTypeSymbol type, KnownSymbols known)
    {
        if (type.IsAbstract || ChooseConstructor(type, known) is not { } constructor || HasRequiredField(type))
        {
            return null;
        }

        var properties = type.GetInstanceProperties(static _ => true).ToList();
        var settable = properties.Where(property => CanSet(property, known)).ToList();
        var arguments = constructor.Parameters
            .Select(parameter => (parameter, (IPropertySymbol?)properties.FirstOrDefault(property => Sets(parameter, property))))
            .ToImmutableArray();

        settable.RemoveAll(property => arguments.Any(argument => property.Equals(argument.Item2, SymbolEqualityComparer.Default)));
        return new(arguments, [.. settable]);
    }

    // As ASP.NET Core chooses for [AsParameters]: the only one, or the one without parameters. That of every struct counts only alone.
    private static IMethodSymbol? ChooseConstructor(INamedTypeSymbol type, KnownSymbols known)
    {
        var usable = type.InstanceConstructors
            .Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public && known.IsAccessible(constructor))
            .Where(constructor => constructor.Parameters.All(static parameter => parameter.RefKind == RefKind.None && !parameter.Type.IsRefLikeType))
            .ToList();

        var written = usable.Where(static constructor => !constructor.IsImplicitlyDeclared).ToList();
        var candidates = type.IsValueType && written.Count > 0 ? written : usable;
        return candidates.Count == 1 ? candidates[0] : usable.FirstOrDefault(static constructor => constructor.Parameters.IsEmpty);
    }

    private static bool CanSet(IPropertySymbol property, KnownSymbols known) =>
        property is { DeclaredAccessibility: Accessibility.Public, ExplicitInterfaceImplementations.IsEmpty: true }
        && (property.SetMethod is { DeclaredAccessibility: Accessibility.Public } || (property.IsRequired && property.SetMethod is { } setter && known.IsAccessible(setter)));

    private static bool Sets(IParameterSymbol parameter, IPropertySymbol property) =>
        string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase)
        && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type);

    private static bool HasRequiredField(INamedTypeSymbol? type) =>
        type is not null && (type.GetMembers().Any(static member => member is IFieldSymbol { IsRequired: true }) || HasRequiredField(type.BaseType));
}
