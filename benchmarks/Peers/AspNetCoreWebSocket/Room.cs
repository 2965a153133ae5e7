using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace Benchmarks;

/// <summary>Says to all who listen what one of them says, by a loop. A WebSocket takes one message at a time: several may speak, so each has a gate.</summary>
internal sealed class Room
{
    private readonly ConcurrentDictionary<WebSocket, SemaphoreSlim> _listeners = new();

    public async Task ListenAsync(WebSocket socket)
    {
        using var gate = new SemaphoreSlim(1);
        _listeners[socket] = gate;
        try
        {
            await socket.SendAsync("ready"u8.ToArray().AsMemory(), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

            // Listeners say nothing, until they close.
            await socket.ReceiveAsync(new byte[16].AsMemory(), CancellationToken.None);
        }
        finally
        {
            _listeners.TryRemove(socket, out _);
        }

        await socket.CloseAsync(socket.CloseStatus!.Value, socket.CloseStatusDescription, CancellationToken.None);
    }

    public async Task SpeakAsync(WebSocket socket)
    {
        // Texts that fit into the buffer.
        byte[] buffer = new byte[4 * 1024];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        while (received.MessageType != WebSocketMessageType.Close)
        {
            await SendToAllAsync(buffer.AsMemory(0, received.Count));
            received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        }

        await socket.CloseAsync(socket.CloseStatus!.Value, socket.CloseStatusDescription, CancellationToken.None);
    }

    private async Task SendToAllAsync(ReadOnlyMemory<byte> message)
    {
        foreach (var (socket, gate) in _listeners)
        {
            await gate.WaitAsync();
            try
            {
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            }
            finally
            {
                gate.Release();
            }
        }
    }
}
