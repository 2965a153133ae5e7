using System.Net.WebSockets;
using System.Text.Json.Serialization.Metadata;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>Reads text messages as JSON.</summary>
/// <param name="typeInfo">The type's contract.</param>
/// <param name="isRequired">Whether the JSON value null does not fit.</param>
internal sealed class JsonMessageReader<T>(JsonTypeInfo<T> typeInfo, bool isRequired) : MessageReader<T>(WebSocketMessageType.Text)
{
    internal override bool TryRead(WebSocketConnection connection, in WebSocketMessage message, out T value)
    {
        bool isJson = MessageJson.TryRead(message, typeInfo, out var read, out string? path);
        value = read!;
        if (isJson && (read is not null || !isRequired))
        {
            return true;
        }

        ConnectionLog.InvalidJson(connection.Logger, connection.Id, typeof(T), isJson ? "$" : path);
        return false;
    }
}
