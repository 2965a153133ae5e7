using System.Net.WebSockets;

namespace Upwire.Runtime.Tests;

/// <summary>.NET's own WebSocket as an oracle: what it makes of the bytes of the other side.</summary>
internal sealed class BuiltInWebSocket
{
    private readonly List<(WebSocketMessageType Type, byte[] Data)> _messages = [];

    private BuiltInWebSocket()
    {
    }

    /// <summary>The messages before the end, whatever that is.</summary>
    public IReadOnlyList<(WebSocketMessageType Type, byte[] Data)> Messages => _messages;

    /// <summary>What the close frame said; null where the end was none.</summary>
    public WebSocketCloseStatus? CloseStatus { get; private set; }

    /// <summary>Reads bytes as a server, or as a client, to their end.</summary>
    public static BuiltInWebSocket Read(byte[] bytes, bool isServer, WebSocketDeflateOptions? deflate = null)
    {
        var result = new BuiltInWebSocket();
        using var stream = new OneWayStream(bytes);
        using var socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions
        {
            IsServer = isServer,
            KeepAliveInterval = Timeout.InfiniteTimeSpan,
            DangerousDeflateOptions = deflate,
        });
        try
        {
            result.ReadAll(socket);
        }
        catch (WebSocketException)
        {
            // The end of the bytes, or a fault in them.
        }

        return result;
    }

    private void ReadAll(WebSocket socket)
    {
        byte[] buffer = new byte[4096];
        var message = new List<byte>();
        while (true)
        {
            var result = socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None).AsTask().GetAwaiter().GetResult();
            if (result.MessageType == WebSocketMessageType.Close)
            {
                CloseStatus = socket.CloseStatus;
                return;
            }

            message.AddRange(buffer.AsSpan(0, result.Count));
            if (result.EndOfMessage)
            {
                _messages.Add((result.MessageType, [.. message]));
                message.Clear();
            }
        }
    }

    /// <summary>Gives bytes, and drops what is written: answers to pings and to the close frame.</summary>
    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public override bool CanWrite => true;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => default;

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
