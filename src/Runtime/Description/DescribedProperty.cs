using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Upwire.CompilerServices;

/// <summary>A property of a type that an endpoint's description shows.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DescribedProperty
{
    private readonly Func<JsonSerializerOptions, JsonPropertyInfo> _create;

    internal DescribedProperty(Func<JsonSerializerOptions, JsonPropertyInfo> create) => _create = create;

    internal JsonPropertyInfo Create(JsonSerializerOptions options) => _create(options);
}
