using System.Net.WebSockets;
using System.Text;

namespace Upwire.Tests;

/// <summary>A client's end of a WebSocket, which never waits for ever.</summary>
public sealed class TestSocket(ClientWebSocket socket) : IDisposable
{
    /// <summary>Opens a WebSocket.</summary>
    /// <param name="server">Where the server listens.</param>
    /// <param name="path">The path and query.</param>
    /// <param name="configure">Changes the request.</param>
    public static async Task<TestSocket> ConnectAsync(Uri server, string path, Action<ClientWebSocketOptions>? configure = null)
    {
        var socket = new ClientWebSocket();
        configure?.Invoke(socket.Options);
        using var timeout = new CancellationTokenSource(Patience.Limit);
        await socket.ConnectAsync(new Uri($"ws://{server.Authority}{path}"), timeout.Token);
        return new TestSocket(socket);
    }

    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    public string? CloseReason => socket.CloseStatusDescription;

    /// <summary>What the answer to the request said, where the options asked to collect it.</summary>
    public string? Header(string name) => socket.HttpResponseHeaders?[name].Single();

    /// <summary>The type of the message that was received last.</summary>
    public WebSocketMessageType? ReceivedType { get; private set; }

    public async Task SendAsync(string text, WebSocketMessageType type = WebSocketMessageType.Text)
    {
        using var timeout = new CancellationTokenSource(Patience.Limit);
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), type, endOfMessage: true, timeout.Token);
    }

    /// <summary>Receives a message as text; null when the server closed.</summary>
    public async Task<string?> ReceiveAsync()
    {
        using var timeout = new CancellationTokenSource(Patience.Limit);
        using var message = new MemoryStream();
        byte[] buffer = new byte[4096];
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer, timeout.Token);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            ReceivedType = received.MessageType;
            message.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.ToArray());
            }
        }
    }

    public async Task CloseAsync()
    {
        using var timeout = new CancellationTokenSource(Patience.Limit);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, timeout.Token);
    }

    public void Dispose() => socket.Dispose();
}
