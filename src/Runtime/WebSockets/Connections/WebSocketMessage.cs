using System.Net.WebSockets;
using System.Text;

namespace Upwire;

/// <summary>
/// One whole message from a client. Its memory is lent: it holds until the next message is received or the handler
/// has returned, and then belongs to another. What is to be kept longer has to be copied.
/// </summary>
/// <param name="type">What the client declared it to be.</param>
/// <param name="data">Its bytes.</param>
public readonly struct WebSocketMessage(WebSocketMessageType type, ReadOnlyMemory<byte> data)
{
    /// <summary>What the client declared it to be: <see cref="WebSocketMessageType.Text"/> or <see cref="WebSocketMessageType.Binary"/>.</summary>
    public WebSocketMessageType Type { get; } = type;

    /// <summary>Its bytes; those of a text are valid UTF-8 (RFC 6455 8.1).</summary>
    public ReadOnlyMemory<byte> Data { get; } = data;

    /// <summary>Decodes the bytes as UTF-8, into a string of its own.</summary>
    /// <returns>The text; bytes of a binary message that are not UTF-8 become U+FFFD.</returns>
    public string GetText() => Encoding.UTF8.GetString(Data.Span);
}
