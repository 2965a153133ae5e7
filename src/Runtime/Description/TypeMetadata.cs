using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net.ServerSentEvents;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Upwire.CompilerServices;

/// <summary>
/// The types that descriptions of an endpoint (OpenAPI) show, and nothing reads or writes as JSON. Natively their contracts cannot be
/// made at run time from a <see cref="Type"/> alone, so generated code names them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TypeMetadata
{
    private const DynamicallyAccessedMemberTypes Members = DynamicallyAccessedMemberTypes.PublicProperties;

    /// <summary>A value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="converter">What writes it.</param>
    /// <returns>The type.</returns>
    public static DescribedType ValueOf<T>(JsonConverter<T> converter) =>
        new(typeof(T), options => Value(options, converter));

    /// <summary>An enum.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <returns>The type.</returns>
    public static DescribedType EnumOf<T>()
        where T : struct, Enum =>
        new DescribedType(typeof(T), static options => Value(options, JsonMetadataServices.GetEnumConverter<T>(options)));

    /// <summary>A value that may be null.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <returns>The type.</returns>
    public static DescribedType NullableOf<T>()
        where T : struct =>
        new DescribedType(typeof(T?), static options => JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options)));

    /// <summary>An array.</summary>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <returns>The type.</returns>
    public static DescribedType ArrayOf<T>() =>
        new DescribedType(typeof(T[]), static options => JsonMetadataServices.CreateArrayInfo(options, Collection<T[]>(options)));

    /// <summary>A collection.</summary>
    /// <typeparam name="TCollection">Its type.</typeparam>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <returns>The type.</returns>
    public static DescribedType CollectionOf<TCollection, T>()
        where TCollection : IEnumerable<T> =>
        new DescribedType(
            typeof(TCollection),
            static options => JsonMetadataServices.CreateIEnumerableInfo<TCollection, T>(options, Collection<TCollection>(options)));

    /// <summary>A dictionary.</summary>
    /// <typeparam name="TDictionary">Its type.</typeparam>
    /// <typeparam name="TKey">The type of its keys.</typeparam>
    /// <typeparam name="TValue">The type of its values.</typeparam>
    /// <returns>The type.</returns>
    public static DescribedType DictionaryOf<TDictionary, TKey, TValue>()
        where TDictionary : IDictionary<TKey, TValue>
        where TKey : notnull =>
        new DescribedType(
            typeof(TDictionary),
            static options => JsonMetadataServices.CreateIDictionaryInfo<TDictionary, TKey, TValue>(options, Collection<TDictionary>(options)));

    /// <summary>A dictionary that can be read.</summary>
    /// <typeparam name="TDictionary">Its type.</typeparam>
    /// <typeparam name="TKey">The type of its keys.</typeparam>
    /// <typeparam name="TValue">The type of its values.</typeparam>
    /// <returns>The type.</returns>
    public static DescribedType ReadOnlyDictionaryOf<TDictionary, TKey, TValue>()
        where TDictionary : IReadOnlyDictionary<TKey, TValue>
        where TKey : notnull =>
        new DescribedType(
            typeof(TDictionary),
            static options => JsonMetadataServices.CreateIReadOnlyDictionaryInfo<TDictionary, TKey, TValue>(options, Collection<TDictionary>(options)));

    /// <summary>A sequence that is written as it comes.</summary>
    /// <typeparam name="T">The type of its items.</typeparam>
    /// <returns>The type.</returns>
    public static DescribedType SequenceOf<T>() =>
        new DescribedType(
            typeof(IAsyncEnumerable<T>),
            static options => JsonMetadataServices.CreateIAsyncEnumerableInfo<IAsyncEnumerable<T>, T>(options, Collection<IAsyncEnumerable<T>>(options)));

    /// <summary>A server-sent event.</summary>
    /// <typeparam name="T">The type of its data.</typeparam>
    /// <returns>The type.</returns>
    public static DescribedType EventOf<T>() => ObjectOf<SseItem<T>>(
        Property<SseItem<T>, T>(nameof(SseItem<>.Data), isRequired: false, isNullable: default(T) is null),
        Property<SseItem<T>, string?>(nameof(SseItem<>.EventType), isRequired: false, isNullable: true),
        Property<SseItem<T>, string?>(nameof(SseItem<>.EventId), isRequired: false, isNullable: true),
        Property<SseItem<T>, TimeSpan?>(nameof(SseItem<>.ReconnectionInterval), isRequired: false, isNullable: true));

    /// <summary>An object.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="properties">Its properties.</param>
    /// <returns>The type.</returns>
    public static DescribedType ObjectOf<T>(params DescribedProperty[] properties)
        where T : notnull =>
        new DescribedType(typeof(T), options => FindConverter<T>(options) is { } converter
            ? JsonMetadataServices.CreateValueInfo<T>(options, converter)
            : JsonMetadataServices.CreateObjectInfo(options, new JsonObjectInfoValues<T>
            {
                NumberHandling = options.NumberHandling,
                PropertyMetadataInitializer = _ => Array.ConvertAll(properties, property => property.Create(options)),
            }));

    /// <summary>A property of an object.</summary>
    /// <typeparam name="TOwner">The object's type.</typeparam>
    /// <typeparam name="T">The property's type.</typeparam>
    /// <param name="name">Its name in C#.</param>
    /// <param name="isRequired">Whether an object without it cannot be read.</param>
    /// <param name="isNullable">Whether null is a value of it.</param>
    /// <returns>The property.</returns>
    public static DescribedProperty Property<[DynamicallyAccessedMembers(Members)] TOwner, T>(string name, bool isRequired, bool isNullable) =>
        new(options =>
        {
            var property = typeof(TOwner).GetProperty(name)!;
            var described = JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<T>
            {
                IsProperty = true,
                IsPublic = true,
                DeclaringType = typeof(TOwner),
                PropertyName = name,
                JsonPropertyName = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name,
                IgnoreCondition = property.GetCustomAttribute<JsonIgnoreAttribute>()?.Condition,
                AttributeProviderFactory = () => property,

                // That there are such is all that counts: nothing is read or written.
                Getter = static _ => default!,
                Setter = static (_, _) => { },
            });

            described.IsRequired = isRequired;
            described.IsGetNullable = isNullable;
            described.IsSetNullable = isNullable;
            return described;
        });

    private static JsonCollectionInfoValues<T> Collection<T>(JsonSerializerOptions options) => new() { NumberHandling = options.NumberHandling };

    private static JsonTypeInfo<T> Value<T>(JsonSerializerOptions options, JsonConverter<T> converter) =>
        JsonMetadataServices.CreateValueInfo<T>(options, FindConverter<T>(options) ?? converter);

    // As the serializer looks for one: in the options, then on the type.
    private static JsonConverter? FindConverter<T>(JsonSerializerOptions options)
    {
        var converter = options.Converters.FirstOrDefault(static converter => converter.CanConvert(typeof(T)));
        if (converter is null && typeof(T).GetCustomAttribute<JsonConverterAttribute>(inherit: false) is { } attribute)
        {
            converter = attribute.CreateConverter(typeof(T))
                ?? (attribute.ConverterType is { } type ? (JsonConverter?)Activator.CreateInstance(type) : null);
        }

        return converter is JsonConverterFactory factory ? factory.CreateConverter(typeof(T), options) : converter;
    }
}
