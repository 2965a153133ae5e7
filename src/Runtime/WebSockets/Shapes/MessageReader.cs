using System.ComponentModel;
using System.Net.WebSockets;

namespace Upwire.CompilerServices;

/// <summary>The readers of messages that need no contract.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MessageReader
{
    /// <summary>Text messages.</summary>
    public static MessageReader<string> Text { get; } = new PlainMessageReader<string>(WebSocketMessageType.Text, static message => message.GetText());

    /// <summary>Binary messages, each in an array of its own.</summary>
    public static MessageReader<byte[]> Bytes { get; } = new PlainMessageReader<byte[]>(WebSocketMessageType.Binary, static message => message.Data.ToArray());

    /// <summary>Binary messages, lent.</summary>
    public static MessageReader<ReadOnlyMemory<byte>> Memory { get; } = new PlainMessageReader<ReadOnlyMemory<byte>>(WebSocketMessageType.Binary, static message => message.Data);

    /// <summary>Messages of both types, lent.</summary>
    public static MessageReader<WebSocketMessage> Any { get; } = new PlainMessageReader<WebSocketMessage>(only: null, static message => message);
}
