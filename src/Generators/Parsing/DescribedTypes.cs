using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>
/// The types that a description of a parameter has to know, as expressions that tell the runtime of them: a native binary cannot
/// make contracts of types at run time, and nothing else in the application reads or writes most of these as JSON.
/// </summary>
internal sealed class DescribedTypes
{
    private const string TypeMetadata = "global::Upwire.CompilerServices.TypeMetadata.";

    private static readonly HashSet<string> ValueTypes =
    [
        "System.DateTimeOffset",
        "System.DateOnly",
        "System.TimeOnly",
        "System.TimeSpan",
        "System.Guid",
        "System.Half",
        "System.Int128",
        "System.UInt128",
    ];

    private readonly KnownSymbols _known;
    private readonly HashSet<ITypeSymbol> _seen = new(SymbolEqualityComparer.Default);
    private readonly List<string> _expressions = [];

    private DescribedTypes(KnownSymbols known) => _known = known;

    /// <summary>Those of a value that texts make. One that its type parses is described as a text.</summary>
    public static EquatableArray<string> OfText(ITypeSymbol type, KnownSymbols known) =>
        type is IArrayTypeSymbol || (ResultParser.NotNull(type) is var value && (value.TypeKind == TypeKind.Enum || IsValue(value) || value.Is(known.StringValues)))
            ? Of(type, known)
            : [];

    /// <summary>Those of a value that several fields make.</summary>
    public static EquatableArray<string> Of(ITypeSymbol type, KnownSymbols known)
    {
        var types = new DescribedTypes(known);
        types.Add(type);
        return types._expressions.ToEquatableArray();
    }

    private void Add(ITypeSymbol type)
    {
        if (IsKnownToRuntime(type) || !_seen.Add(type))
        {
            return;
        }

        switch (type)
        {
            case INamedTypeSymbol when IsValue(type):
                AddWith([], "ValueOf", $"global::System.Text.Json.Serialization.Metadata.JsonMetadataServices.{type.Name}Converter");
                break;
            case INamedTypeSymbol when type.Is(_known.StringValues):
                AddWith([], $"CollectionOf<{TypeExpression.Of(type)}, string?>");
                break;
            case IArrayTypeSymbol { IsSZArray: true } array:
                AddWith([array.ElementType], $"ArrayOf<{TypeExpression.Of(array.ElementType)}>");
                break;
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                AddWith(nullable.TypeArguments, $"NullableOf<{TypeExpression.Of(nullable.TypeArguments[0])}>");
                break;
            case INamedTypeSymbol { TypeKind: TypeKind.Enum }:
                AddWith([], $"EnumOf<{TypeExpression.Of(type)}>");
                break;
            case INamedTypeSymbol { TypeArguments: [var key, var value] } when Implements(type, "System.Collections.Generic.IReadOnlyDictionary`2"):
                AddWith([key, value], $"ReadOnlyDictionaryOf<{TypeExpression.NotNull(type)}, {TypeExpression.NotNull(key)}, {TypeExpression.Of(value)}>");
                break;
            case INamedTypeSymbol { TypeArguments: [var key, var value] } when Implements(type, "System.Collections.Generic.IDictionary`2"):
                AddWith([key, value], $"DictionaryOf<{TypeExpression.NotNull(type)}, {TypeExpression.NotNull(key)}, {TypeExpression.Of(value)}>");
                break;
            case INamedTypeSymbol { TypeArguments: [var item] } when Implements(type, "System.Collections.Generic.IEnumerable`1"):
                AddWith([item], $"CollectionOf<{TypeExpression.NotNull(type)}, {TypeExpression.Of(item)}>");
                break;
            case INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named when _known.IsAccessible(type):
                AddObject(named);
                break;
        }
    }

    private void AddWith(IEnumerable<ITypeSymbol> parts, string call, string arguments = "")
    {
        _expressions.Add($"{TypeMetadata}{call}({arguments})");
        foreach (var part in parts)
        {
            Add(part);
        }
    }

    // As the serializer itself sees an object, where it may look at it at run time: what it inherits comes last.
    private void AddObject(INamedTypeSymbol type)
    {
        string name = TypeExpression.NotNull(type);
        var set = type.IsValueType ? [] : Construction.Find(type, _known)?.Arguments ?? [];
        var properties = IsOfFramework(type) ? [] : type.GetInstanceProperties(IsWritten)
            .GroupBy(static property => property.ContainingType, SymbolEqualityComparer.Default)
            .Reverse()
            .SelectMany(static declared => declared)
            .ToList();

        AddWith(properties.Select(static property => property.Type), $"ObjectOf<{name}>", string.Join(", ", properties.Select(Property)));

        string Property(IPropertySymbol property)
        {
            var argument = set.FirstOrDefault(argument => property.Equals(argument.Property, SymbolEqualityComparer.Default)).Parameter;
            bool isRequired = property.IsRequired || argument is { HasExplicitDefaultValue: false };
            bool isSet = argument is not null || property.SetMethod is { DeclaredAccessibility: Accessibility.Public };
            bool isNullable = ResultParser.NotNull(property.Type).IsValueType
                ? property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
                : !isSet || property.Type.NullableAnnotation != NullableAnnotation.NotAnnotated;

            return $"{TypeMetadata}Property<{name}, {TypeExpression.NotNull(property.Type)}>(\"{property.Name}\", isRequired: {(isRequired ? "true" : "false")}, isNullable: {(isNullable ? "true" : "false")})";
        }
    }

    private bool IsWritten(IPropertySymbol property) =>
        property is { DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public, RefKind: RefKind.None, Type.IsRefLikeType: false }
        && !property.Type.ContainsPointer()
        && !property.Type.HasStaticAbstractMembers()
        && property.FindAttribute(_known.JsonIgnore) is not { NamedArguments.IsEmpty: true }
        && _known.IsAccessible(property.Type);

    // Whose properties no form has, and lead far.
    private static bool IsOfFramework(INamedTypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            space = outer;
        }

        return space.Name is "System" or "Microsoft";
    }

    private static bool Implements(ITypeSymbol type, string definition) =>
        ((INamedTypeSymbol)type).AllInterfaces.Insert(0, (INamedTypeSymbol)type).Any(i => i.OriginalDefinition.GetFullMetadataName() == definition);

    // What JSON writes as one value, by a converter of its own name.
    private static bool IsValue(ITypeSymbol type) =>
        type.SpecialType is (>= SpecialType.System_Boolean and < SpecialType.System_String) or SpecialType.System_DateTime
        || (type is INamedTypeSymbol { TypeKind: TypeKind.Struct } && ValueTypes.Contains(type.GetFullMetadataName()));

    // Of references all code is the same, so that these cost nothing.
    private bool IsKnownToRuntime(ITypeSymbol type) =>
        type.SpecialType is SpecialType.System_String or SpecialType.System_Object
        || type.Is(_known.Uri)
        || type.Is(_known.FormFile)
        || type.Is(_known.FormFileCollection)
        || type.Is(_known.FormCollection);
}
