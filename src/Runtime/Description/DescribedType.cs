using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Upwire.CompilerServices;

/// <summary>A type that an endpoint's description shows, and how its contract is made.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DescribedType
{
    private readonly Func<JsonSerializerOptions, JsonTypeInfo> _create;

    internal DescribedType(Type type, Func<JsonSerializerOptions, JsonTypeInfo> create)
    {
        Type = type;
        _create = create;
    }

    internal Type Type { get; }

    internal JsonTypeInfo Create(JsonSerializerOptions options) => _create(options);
}
