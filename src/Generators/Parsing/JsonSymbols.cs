using Microsoft.CodeAnalysis;

namespace Upwire.Generators.Parsing;

/// <summary>The types by which System.Text.Json decides what a contract is made of, looked up once for a compilation.</summary>
internal sealed class JsonSymbols
{
    private static readonly string[] ScalarNames =
    [
        "System.DateOnly",
        "System.DateTimeOffset",
        "System.Guid",
        "System.Half",
        "System.Int128",
        "System.TimeOnly",
        "System.TimeSpan",
        "System.UInt128",
        "System.Uri",
        "System.Version",
        "System.Text.Json.JsonDocument",
        "System.Text.Json.JsonElement",
        "System.Text.Json.Nodes.JsonArray",
        "System.Text.Json.Nodes.JsonNode",
        "System.Text.Json.Nodes.JsonObject",
        "System.Text.Json.Nodes.JsonValue",
    ];

    private readonly HashSet<ITypeSymbol> _scalars = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? _converter;
    private readonly INamedTypeSymbol? _delegate;
    private readonly INamedTypeSymbol? _memberInfo;
    private readonly INamedTypeSymbol? _serializationInfo;

    public JsonSymbols(Compilation compilation)
    {
        Compilation = compilation;
        Context = Find("System.Text.Json.Serialization.JsonSerializerContext");
        Serializable = Find("System.Text.Json.Serialization.JsonSerializableAttribute");
        DerivedType = Find("System.Text.Json.Serialization.JsonDerivedTypeAttribute");
        Ignore = Find("System.Text.Json.Serialization.JsonIgnoreAttribute");
        Include = Find("System.Text.Json.Serialization.JsonIncludeAttribute");
        Constructor = Find("System.Text.Json.Serialization.JsonConstructorAttribute");
        AsyncEnumerable = Find("System.Collections.Generic.IAsyncEnumerable`1");
        Enumerable = compilation.GetSpecialType(SpecialType.System_Collections_IEnumerable);
        EnumerableOfT = compilation.GetSpecialType(SpecialType.System_Collections_Generic_IEnumerable_T);
        Dictionary = Find("System.Collections.IDictionary");
        DictionaryOfT = Find("System.Collections.Generic.IDictionary`2");
        ReadOnlyDictionaryOfT = Find("System.Collections.Generic.IReadOnlyDictionary`2");
        Memory = Find("System.Memory`1");
        ReadOnlyMemory = Find("System.ReadOnlyMemory`1");
        _converter = Find("System.Text.Json.Serialization.JsonConverterAttribute");
        _delegate = compilation.GetSpecialType(SpecialType.System_Delegate);
        _memberInfo = Find("System.Reflection.MemberInfo");
        _serializationInfo = Find("System.Runtime.Serialization.SerializationInfo");
        _scalars.UnionWith(ScalarNames.Select(Find).OfType<INamedTypeSymbol>());
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol? Context { get; }

    public INamedTypeSymbol? Serializable { get; }

    public INamedTypeSymbol? DerivedType { get; }

    public INamedTypeSymbol? Ignore { get; }

    public INamedTypeSymbol? Include { get; }

    public INamedTypeSymbol? Constructor { get; }

    public INamedTypeSymbol? AsyncEnumerable { get; }

    public INamedTypeSymbol Enumerable { get; }

    public INamedTypeSymbol EnumerableOfT { get; }

    public INamedTypeSymbol? Dictionary { get; }

    public INamedTypeSymbol? DictionaryOfT { get; }

    public INamedTypeSymbol? ReadOnlyDictionaryOfT { get; }

    public INamedTypeSymbol? Memory { get; }

    public INamedTypeSymbol? ReadOnlyMemory { get; }

    /// <summary>Whether JSON has a value for it, so that it is made of nothing.</summary>
    public bool IsScalar(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Enum
        || type.SpecialType is SpecialType.System_Object or (>= SpecialType.System_Boolean and <= SpecialType.System_String) or SpecialType.System_DateTime
        || type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte }
        || (type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } && IsMemory(type))
        || _scalars.Contains(type);

    /// <summary>Whether it has a contract that only throws.</summary>
    public bool IsUnsupported(ITypeSymbol type) =>
        type is IArrayTypeSymbol { IsSZArray: false }
        || type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr
        || type.IsOrDerivesFrom(_memberInfo)
        || type.IsOrDerivesFrom(_delegate)
        || type.Is(_serializationInfo);

    public bool IsMemory(ITypeSymbol type) => type.OriginalDefinition.Is(Memory) || type.OriginalDefinition.Is(ReadOnlyMemory);

    /// <summary>Whether a converter reads and writes it, so that nothing else of it counts.</summary>
    public bool HasConverter(ITypeSymbol type) => type.GetAttributes().Any(attribute => attribute.AttributeClass?.IsOrDerivesFrom(_converter) == true);

    /// <summary>Whether it is left out, whatever its value.</summary>
    public bool IsIgnored(ISymbol member) =>
        member.FindAttribute(Ignore) is { } ignore
        && (ignore.NamedArguments.IsEmpty || ignore.FindNamedArgument("Condition") is { Value: 1 });

    /// <summary>The type as it is at run time, which knows no names of tuples' elements and no <c>dynamic</c>.</summary>
    public ITypeSymbol AtRunTime(ITypeSymbol type) => type switch
    {
        IDynamicTypeSymbol => Compilation.ObjectType,
        IArrayTypeSymbol array when AtRunTime(array.ElementType) is var element && !ReferenceEquals(element, array.ElementType) => Compilation.CreateArrayTypeSymbol(element, array.Rank),
        INamedTypeSymbol { IsTupleType: true, TupleUnderlyingType: { } underlying } => AtRunTime(underlying),
        INamedTypeSymbol { TypeArguments.IsEmpty: false, IsUnboundGenericType: false } named => OfArguments(named),
        _ => type,
    };

    private INamedTypeSymbol OfArguments(INamedTypeSymbol type) =>
        type.TypeArguments.All(argument => ReferenceEquals(AtRunTime(argument), argument)) ? type : type.ConstructedFrom.Construct([.. type.TypeArguments.Select(AtRunTime)]);

    private INamedTypeSymbol? Find(string metadataName) => Compilation.GetTypeByMetadataName(metadataName);
}
