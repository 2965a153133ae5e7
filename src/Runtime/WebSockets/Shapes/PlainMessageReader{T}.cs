using System.Net.WebSockets;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>Reads messages that always fit.</summary>
internal sealed class PlainMessageReader<T>(WebSocketMessageType? only, Func<WebSocketMessage, T> read) : MessageReader<T>(only)
{
    internal override bool TryRead(WebSocketConnection connection, in WebSocketMessage message, out T value)
    {
        value = read(message);
        return true;
    }
}
