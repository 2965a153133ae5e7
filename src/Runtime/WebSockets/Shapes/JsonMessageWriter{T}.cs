using System.Text.Json.Serialization.Metadata;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>Sends values as text messages of JSON.</summary>
internal sealed class JsonMessageWriter<T>(JsonTypeInfo<T> typeInfo) : IMessageWriter<T?>
{
    ValueTask IMessageWriter<T?>.SendAsync(WebSocketConnection connection, T? value) => value is null ? default : connection.SendJsonAsync(value, typeInfo);
}
