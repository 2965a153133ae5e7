using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Upwire;

/// <summary>Messages as JSON, by the contracts of the application's options: no reflection.</summary>
internal sealed class MessageJson(JsonSerializerOptions options)
{
    // A thread keeps the buffer of one message for its next one, unless it was a large one.
    private const int LargestKept = 64 * 1024;

    [ThreadStatic]
    private static MemoryStream? _free;

    public JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));

    public ValueTask SendAsync<T>(WebSocketChannel channel, T value, CancellationToken stop) => SendAsync(channel, value, TypeInfo<T>(), stop);

    public static ValueTask SendAsync<T>(WebSocketChannel channel, T value, JsonTypeInfo<T> typeInfo, CancellationToken stop)
    {
        var buffer = _free ?? new();
        _free = null;
        JsonSerializer.Serialize(buffer, value, typeInfo);
        var sending = channel.SendAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), WebSocketMessageType.Text, stop);
        if (!sending.IsCompletedSuccessfully)
        {
            return KeepAsync(buffer, sending);
        }

        Keep(buffer);
        return default;
    }

    /// <summary>Writes a message that many get.</summary>
    public SharedFrame ToSharedFrame<T>(T value)
    {
        var typeInfo = TypeInfo<T>();
        var buffer = _free ?? new();
        _free = null;
        JsonSerializer.Serialize(buffer, value, typeInfo);
        var frame = new SharedFrame(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), WebSocketMessageType.Text);
        Keep(buffer);
        return frame;
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

    // The message must not change before it has been sent.
    private static async ValueTask KeepAsync(MemoryStream buffer, ValueTask sending)
    {
        await sending;
        Keep(buffer);
    }

    private static void Keep(MemoryStream buffer)
    {
        if (buffer.Capacity <= LargestKept)
        {
            buffer.SetLength(0);
            _free = buffer;
        }
    }
}
