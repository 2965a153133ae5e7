using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Upwire;

/// <summary>
/// Knows the types that descriptions show and the application does not read or write as JSON. Descriptions are made with options that are
/// a copy of the application's: in these themselves a type that no context covers stays a mistake, which is told when an endpoint is built.
/// </summary>
internal sealed class DescribedTypeResolver(IServiceProvider services, JsonSerializerOptions application) : IJsonTypeInfoResolver
{
    private static readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> Known = new()
    {
        [typeof(string)] = static options => JsonMetadataServices.CreateValueInfo<string?>(options, JsonMetadataServices.StringConverter),
        [typeof(object)] = static options => JsonMetadataServices.CreateValueInfo<object?>(options, JsonMetadataServices.ObjectConverter),
        [typeof(Uri)] = static options => JsonMetadataServices.CreateValueInfo<Uri?>(options, JsonMetadataServices.UriConverter),
        [typeof(StringValues)] = static options => JsonMetadataServices.CreateIEnumerableInfo<StringValues, string?>(options, new()),
        [typeof(StringValues?)] = static options => JsonMetadataServices.CreateValueInfo<StringValues?>(options, JsonMetadataServices.GetNullableConverter<StringValues>(options)),
        [typeof(Version)] = static options => JsonMetadataServices.CreateValueInfo<Version?>(options, JsonMetadataServices.VersionConverter),

        // Descriptions put what these are sent as in the place of their contracts.
        [typeof(Stream)] = static options => JsonMetadataServices.CreateObjectInfo<Stream>(options, new()),
        [typeof(IFormFile)] = static options => JsonMetadataServices.CreateObjectInfo<IFormFile>(options, new()),
        [typeof(IFormFileCollection)] = static options => JsonMetadataServices.CreateIEnumerableInfo<IFormFileCollection, IFormFile>(options, new()),
        [typeof(Dictionary<string, string>)] = static options => JsonMetadataServices.CreateDictionaryInfo<Dictionary<string, string>, string, string>(options, new()),
    };

    static DescribedTypeResolver()
    {
        Add(JsonMetadataServices.BooleanConverter);
        Add(JsonMetadataServices.ByteConverter);
        Add(JsonMetadataServices.SByteConverter);
        Add(JsonMetadataServices.Int16Converter);
        Add(JsonMetadataServices.UInt16Converter);
        Add(JsonMetadataServices.Int32Converter);
        Add(JsonMetadataServices.UInt32Converter);
        Add(JsonMetadataServices.Int64Converter);
        Add(JsonMetadataServices.UInt64Converter);
        Add(JsonMetadataServices.Int128Converter);
        Add(JsonMetadataServices.UInt128Converter);
        Add(JsonMetadataServices.HalfConverter);
        Add(JsonMetadataServices.SingleConverter);
        Add(JsonMetadataServices.DoubleConverter);
        Add(JsonMetadataServices.DecimalConverter);
        Add(JsonMetadataServices.CharConverter);
        Add(JsonMetadataServices.DateTimeConverter);
        Add(JsonMetadataServices.DateTimeOffsetConverter);
        Add(JsonMetadataServices.DateOnlyConverter);
        Add(JsonMetadataServices.TimeOnlyConverter);
        Add(JsonMetadataServices.TimeSpanConverter);
        Add(JsonMetadataServices.GuidConverter);
    }

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        ReferenceEquals(options, application) ? null
        : Known.TryGetValue(type, out var create) ? create(options)
        : Find(type)?.Create(options);

    private static void Add<T>(JsonConverter<T> converter)
        where T : struct
    {
        Known.Add(typeof(T), options => JsonMetadataServices.CreateValueInfo<T>(options, converter));
        Known.Add(typeof(T?), static options => JsonMetadataServices.CreateValueInfo<T?>(options, JsonMetadataServices.GetNullableConverter<T>(options)));
    }

    private DescribedType? Find(Type type) =>
        services.GetRequiredService<EndpointDataSource>().Endpoints
            .SelectMany(static endpoint => endpoint.Metadata.OfType<DescribedType>())
            .FirstOrDefault(described => described.Type == type);
}
