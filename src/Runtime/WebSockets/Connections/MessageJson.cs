using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Upwire;

/// <summary>Messages as JSON, by the contracts of the application's options: no reflection.</summary>
internal static class MessageJson
{
    public static JsonTypeInfo<T> TypeInfo<T>(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }

    /// <summary>Reads a message; where it does not fit, tells at which property.</summary>
    public static bool TryRead<T>(WebSocketMessage message, JsonTypeInfo<T> typeInfo, out T? value, out string? path)
    {
        try
        {
            value = JsonSerializer.Deserialize(message.Data.Span, typeInfo);
            path = null;
            return true;
        }
        catch (JsonException exception)
        {
            value = default;
            path = exception.Path;
            return false;
        }
    }
}
