using Microsoft.CodeAnalysis;
using Upwire.Generators.Models;

namespace Upwire.Generators.Parsing;

/// <summary>
/// Finds what reads a value that one text does not make: an object, a collection, a file. Readers of collections are the
/// runtime's, put together as type arguments; those of objects are generated, one for each type that occurs.
/// </summary>
internal sealed class FieldReaderParser(KnownSymbols known, bool isForm)
{
    private const string Namespace = "global::Upwire.CompilerServices.";

    private readonly Dictionary<ITypeSymbol, string> _names = new(SymbolEqualityComparer.Default);
    private readonly List<ReaderModel> _readers = [];
    private readonly HashSet<ParserModel> _parsers = [];

    /// <summary>Why the last type has no reader.</summary>
    public string Reason { get; private set; } = "";

    public EquatableArray<ReaderModel> Readers => _readers.ToEquatableArray();

    public EquatableArray<ParserModel> Parsers => _parsers.ToEquatableArray();

    /// <summary>Finds the reader of a type; null where there is none.</summary>
    /// <returns>The type that it reads, which the asked one may be an interface of, and the reader's type.</returns>
    public (string ValueType, string Reader)? Find(ITypeSymbol type)
    {
        if (isForm && type.Is(known.FormFile))
        {
            return (TypeExpression.NotNull(type), Namespace + "FileReader");
        }

        if (TextParser.Find(type, known) is { } parser && parser.Shape != TextShape.Array)
        {
            return OfText(parser);
        }

        return type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? OfNullable(type, nullable.TypeArguments[0])
            : type is IArrayTypeSymbol { IsSZArray: true } array ? OfItems(array.ElementType, "Array", static item => $"{item}[]")
            : type is not INamedTypeSymbol named || type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface) ? Nothing(type, "is nothing that fields make")
            : OfCollection(named) ?? OfObject(named);
    }

    private (string ValueType, string Reader)? OfText(TextParser parser)
    {
        if (parser.Generated is { } generated)
        {
            _parsers.Add(generated);
        }

        return parser.Shape == TextShape.StringValues
            ? (parser.ValueType, Namespace + "StringValuesReader")
            : (parser.ValueType, $"{Namespace}ValueReader<{parser.ValueType}, {parser.Parser}>");
    }

    private (string ValueType, string Reader)? OfNullable(ITypeSymbol type, ITypeSymbol value) =>
        Find(value) is { } inner ? (TypeExpression.NotNull(type), $"{Namespace}NullableReader<{inner.ValueType}, {inner.Reader}>") : null;

    private (string ValueType, string Reader)? OfCollection(INamedTypeSymbol type) => type.OriginalDefinition.GetFullMetadataName() switch
    {
        "System.Collections.Generic.List`1"
            or "System.Collections.Generic.IList`1"
            or "System.Collections.Generic.ICollection`1"
            or "System.Collections.Generic.IEnumerable`1"
            or "System.Collections.Generic.IReadOnlyList`1"
            or "System.Collections.Generic.IReadOnlyCollection`1"
            => OfItems(type.TypeArguments[0], "List", static item => $"global::System.Collections.Generic.List<{item}>"),
        "System.Collections.Generic.HashSet`1"
            or "System.Collections.Generic.ISet`1"
            or "System.Collections.Generic.IReadOnlySet`1"
            => OfItems(type.TypeArguments[0], "HashSet", static item => $"global::System.Collections.Generic.HashSet<{item}>"),
        "System.Collections.Generic.Dictionary`2"
            or "System.Collections.Generic.IDictionary`2"
            or "System.Collections.Generic.IReadOnlyDictionary`2"
            => OfEntries(type.TypeArguments[0], type.TypeArguments[1]),
        _ => null,
    };

    private (string ValueType, string Reader)? OfItems(ITypeSymbol item, string collection, Func<string, string> type) =>
        OfItem(item) is { } inner ? (type(inner.ValueType), $"{Namespace}{collection}Reader<{inner.ValueType}, {inner.Reader}>") : null;

    private (string ValueType, string Reader)? OfEntries(ITypeSymbol key, ITypeSymbol value)
    {
        if (TextParser.Find(key, known) is not { Shape: TextShape.Value } parser || key.NullableAnnotation == NullableAnnotation.Annotated)
        {
            return Nothing(key, "is no key of a dictionary: a text says nothing about it");
        }

        _ = OfText(parser);
        return OfItem(value) is { } inner
            ? ($"global::System.Collections.Generic.Dictionary<{parser.ValueType}, {inner.ValueType}>", $"{Namespace}DictionaryReader<{parser.ValueType}, {parser.Parser}, {inner.ValueType}, {inner.Reader}>")
            : null;
    }

    private (string ValueType, string Reader)? OfItem(ITypeSymbol item) =>
        TextParser.FindOfElement(item, known) is { } parser ? OfText(parser)
        : item is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } ? Nothing(item, "cannot be an item: no field says that one is null")
        : Find(item);

    private (string ValueType, string Reader)? OfObject(INamedTypeSymbol type)
    {
        string valueType = TypeExpression.NotNull(type);
        if (_names.TryGetValue(type, out string? name))
        {
            return (valueType, name);
        }

        if (type.TypeKind == TypeKind.Interface || !known.IsAccessible(type) || type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable))
        {
            return Nothing(type, "is nothing that fields make: an interface, a private type, or another collection than arrays, List, HashSet, Dictionary and their interfaces");
        }

        if (Construction.Find(type, known) is not { } construction)
        {
            return Nothing(type, Construction.WhyNot);
        }

        // Known before its members are: a type may contain itself.
        name = GeneratedName.Of(isForm ? "FormReader" : "QueryReader", type);
        _names.Add(type, name);
        return OfParts(type, name, construction) is { } reader ? Add(reader) : null;
    }

    private (string ValueType, string Reader) Add(ReaderModel reader)
    {
        _readers.Add(reader);
        return (reader.ValueType, reader.Name);
    }

    private ReaderModel? OfParts(INamedTypeSymbol type, string name, Construction construction)
    {
        var arguments = construction.Arguments.Select(argument => OfArgument(type, argument)).ToList();
        var members = construction.Members.Where(property => !IsIgnored(property)).Select(property => (property, Field: OfMember(type, property))).ToList();
        if (arguments.Contains(null) || members.Any(static member => member.Field is null))
        {
            return null;
        }

        return new(
            name,
            TypeExpression.NotNull(type),
            arguments.OfType<FieldModel>().ToEquatableArray(),
            members.Where(static member => member.property.IsRequired).Select(static member => member.Field!).ToEquatableArray(),
            members.Where(static member => !member.property.IsRequired && member.property.SetMethod!.IsInitOnly).Select(static member => member.Field!).ToEquatableArray(),
            members.Where(static member => !member.property.IsRequired && !member.property.SetMethod!.IsInitOnly).Select(static member => member.Field!).ToEquatableArray());
    }

    private FieldModel? OfArgument(INamedTypeSymbol owner, (IParameterSymbol Parameter, IPropertySymbol? Property) argument)
    {
        var target = argument.Property is { } property
            ? BindingTarget.Of(argument.Parameter, property, property)
            : BindingTarget.Of(argument.Parameter);

        string? fallback = target.FindFallback();
        return Find(target.Type) is { } reader
            ? new(argument.Parameter.Name, argument.Property?.Name, KeyOf(target), reader.ValueType, reader.Reader, DescribedTypesOf(target.Type), IsRequired: fallback is null, fallback)
            : Unreadable(owner, target);
    }

    // What no request must have keeps the value that the object itself gives it, as in a body of JSON.
    private FieldModel? OfMember(INamedTypeSymbol owner, IPropertySymbol property)
    {
        var target = BindingTarget.Of(property, property);
        if (property is { IsRequired: false, SetMethod.IsInitOnly: true } && (property.GetMethod is not { } getter || !known.IsAccessible(getter)))
        {
            Reason = "it is set with the construction only, and nobody can get what it is without a value";
            return Unreadable(owner, target);
        }

        string? fallback = property.IsRequired ? target.FindFallback() : null;
        return Find(target.Type) is { } reader
            ? new(property.Name, property.Name, KeyOf(target), reader.ValueType, reader.Reader, DescribedTypesOf(target.Type), IsRequired: property.IsRequired && fallback is null, fallback)
            : Unreadable(owner, target);
    }

    // An object is described by its own fields, except in itself.
    private EquatableArray<string> DescribedTypesOf(ITypeSymbol type) =>
        TextParser.Find(type, known) is not null ? DescribedTypes.OfText(type, known) : DescribedTypes.Of(type, known);

    private FieldModel? Unreadable(INamedTypeSymbol owner, BindingTarget target)
    {
        Reason = $"'{owner.Name}.{target.Name}' cannot be read from fields: {Reason}; [IgnoreDataMember] leaves a member out";
        return null;
    }

    private string KeyOf(BindingTarget target) =>
        (target.FindAttributeImplementing(isForm ? known.FromForm : known.FromQuery) ?? target.FindAttribute(known.DataMember))?.FindNamedArgument("Name")?.Value as string ?? target.Name;

    private bool IsIgnored(IPropertySymbol property) =>
        property.FindAttribute(known.IgnoreDataMember) is not null || property.FindAttribute(known.BindNever) is not null;

    private (string ValueType, string Reader)? Nothing(ITypeSymbol type, string reason)
    {
        Reason = $"'{type.Display()}' {reason}";
        return null;
    }
}
