using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>Walks the types that a value is made of, and finds those that have to be validated.</summary>
internal sealed class AnnotationGraph(KnownSymbols known)
{
    private const string Namespace = "global::Upwire.CompilerServices.";

    private readonly Dictionary<INamedTypeSymbol, AnnotatedType> _types = new(SymbolEqualityComparer.Default);

    /// <summary>The types, in the order in which they were found.</summary>
    public List<AnnotatedType> Types { get; } = [];

    /// <summary>Finds what a type is made of; null where that is nothing to validate.</summary>
    public AnnotatedValue? Find(ITypeSymbol type)
    {
        var value = Visit(type);
        for (bool changes = true; changes;)
        {
            changes = false;
            foreach (var candidate in Types.Where(static candidate => !candidate.IsNeeded && Needs(candidate)))
            {
                candidate.IsNeeded = changes = true;
            }
        }

        return value is { Object.IsNeeded: true } ? value : null;
    }

    /// <summary>Finds what is annotated of a type itself, whose members are validated one by one; null where nothing is.</summary>
    public AnnotatedValue? FindWithoutMembers(INamedTypeSymbol type)
    {
        var whole = new AnnotatedType(type) { HasMembers = false };
        Annotate(whole);
        whole.IsNeeded = Needs(whole);
        Types.Add(whole);
        return whole.IsNeeded ? new(whole, static validator => validator) : null;
    }

    /// <summary>The validation attributes among others.</summary>
    public ImmutableArray<AttributeData> AnnotationsOf(IEnumerable<AttributeData> attributes) =>
        [.. attributes.Where(attribute => attribute is { AttributeClass: { } type, AttributeConstructor: not null } && type.IsOrDerivesFrom(known.ValidationAttribute))];

    private static bool Needs(AnnotatedType type) =>
        type.ValidatesItself
        || type.Attributes.Length > 0
        || type.Members.Any(static member => member.Annotations.Length > 0 || member.Value is { Object.IsNeeded: true })
        || type.Derived.Any(static derived => derived.IsNeeded);

    private AnnotatedValue? Visit(ITypeSymbol type)
    {
        if (ResultParser.NotNull(type) is var value && (value.SpecialType != SpecialType.None || value.TypeKind == TypeKind.Enum))
        {
            return null;
        }

        if (value is IArrayTypeSymbol array)
        {
            return OfItems(array.ElementType);
        }

        if (value is not INamedTypeSymbol named || value.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) || value.IsRefLikeType)
        {
            return null;
        }

        var interfaces = named.TypeKind == TypeKind.Interface ? named.AllInterfaces.Insert(0, named) : named.AllInterfaces;
        return interfaces.FirstOrDefault(IsDictionary) is { TypeArguments: [var key, var entry] } ? OfEntries(key, entry)
            : interfaces.FirstOrDefault(static i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) is { TypeArguments: [var item] } ? OfItems(item)
            : IsOfTheFramework(named) || known.IsSkipped(named.GetAttributes()) ? null
            : new AnnotatedValue(VisitObject(named), static validator => validator);
    }

    private AnnotatedValue? OfItems(ITypeSymbol item) =>
        Visit(item) is { } inner ? inner with { Wrap = validator => $"new {Namespace}ItemsValidator({inner.Wrap(validator)})" } : null;

    private AnnotatedValue? OfEntries(ITypeSymbol key, ITypeSymbol entry) =>
        Visit(entry) is { } inner
            ? inner with { Wrap = validator => $"new {Namespace}EntriesValidator<{TypeExpression.Of(key)}, {TypeExpression.Of(entry)}>({inner.Wrap(validator)})" }
            : null;

    private AnnotatedType VisitObject(INamedTypeSymbol type)
    {
        if (_types.TryGetValue(type, out var visited))
        {
            return visited;
        }

        var found = new AnnotatedType(type);
        _types.Add(type, found);
        Types.Add(found);
        Annotate(found);
        foreach (var property in type.GetInstanceProperties(IsReadable).Where(property => !known.IsSkipped(property.GetAttributes())))
        {
            found.Members.Add(new(property, AnnotationsOf([.. ParameterAttributesOf(property), .. property.GetAttributes()]), Visit(property.Type)));
        }

        foreach (var attribute in type.GetAttributes().Where(attribute => attribute.AttributeClass.Is(known.JsonDerivedType)))
        {
            if (attribute.ConstructorArguments is [{ Value: INamedTypeSymbol derived }, ..] && !derived.Is(type))
            {
                found.Derived.Add(VisitObject(derived));
            }
        }

        return found;
    }

    private void Annotate(AnnotatedType found)
    {
        found.ValidatesItself = found.Type.AllInterfaces.Any(i => i.Is(known.ValidatableObject));
        found.Attributes = AnnotationsOf(found.Type.GetHierarchy().SelectMany(static declaring => declaring.GetAttributes()));
    }

    private static bool IsReadable(IPropertySymbol property) =>
        property is { DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public };

    // [Required] before a parameter of a record's constructor stands on that, and means the property.
    private static IEnumerable<AttributeData> ParameterAttributesOf(IPropertySymbol property) =>
        property.ContainingType.IsRecord
            ? property.ContainingType.InstanceConstructors
                .SelectMany(static constructor => constructor.Parameters)
                .Where(parameter => parameter.Name == property.Name && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type))
                .Take(1)
                .SelectMany(static parameter => parameter.GetAttributes())
            : [];

    private static bool IsDictionary(INamedTypeSymbol type) =>
        type.OriginalDefinition.GetFullMetadataName() is "System.Collections.Generic.IDictionary`2" or "System.Collections.Generic.IReadOnlyDictionary`2";

    // What .NET and ASP.NET Core bring is not annotated, and has no end.
    private static bool IsOfTheFramework(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is { } name
        && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
}
