using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Upwire;

/// <summary>A type that an endpoint's description shows, and how its contract is made.</summary>
internal sealed class DescribedType(Type type, Func<JsonSerializerOptions, JsonTypeInfo> create)
{
    public Type Type => type;

    public JsonTypeInfo Create(JsonSerializerOptions options) => create(options);
}
