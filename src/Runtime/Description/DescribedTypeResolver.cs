using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Upwire;

/// <summary>
/// Knows the types that descriptions show and the application does not read or write as JSON. Descriptions are made with options that are
/// a copy of the application's: in these themselves a type that no context covers stays a mistake, which is told when an endpoint is built.
/// </summary>
internal sealed class DescribedTypeResolver(DescribedTypes types, JsonSerializerOptions application) : IJsonTypeInfoResolver
{
    private static readonly Dictionary<Type, Func<JsonSerializerOptions, JsonTypeInfo>> Known = new()
    {
        [typeof(string)] = static options => JsonMetadataServices.CreateValueInfo<string?>(options, JsonMetadataServices.StringConverter),
        [typeof(object)] = static options => JsonMetadataServices.CreateValueInfo<object?>(options, JsonMetadataServices.ObjectConverter),
        [typeof(Uri)] = static options => JsonMetadataServices.CreateValueInfo<Uri?>(options, JsonMetadataServices.UriConverter),

        // Descriptions put what these are sent as in the place of their contracts.
        [typeof(Stream)] = static options => JsonMetadataServices.CreateObjectInfo<Stream>(options, new()),
        [typeof(IFormFile)] = static options => JsonMetadataServices.CreateObjectInfo<IFormFile>(options, new()),
        [typeof(IFormFileCollection)] = static options => JsonMetadataServices.CreateIEnumerableInfo<IFormFileCollection, IFormFile>(options, new()),
        [typeof(Dictionary<string, string>)] = static options => JsonMetadataServices.CreateDictionaryInfo<Dictionary<string, string>, string, string>(options, new()),
    };

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        ReferenceEquals(options, application) ? null
        : Known.TryGetValue(type, out var create) ? create(options)
        : types.Find(type)?.Create(options);
}
