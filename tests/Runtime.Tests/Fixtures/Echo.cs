using System.Net.WebSockets;

namespace Upwire.Runtime.Tests;

/// <summary>An echo server's handler, and the reading side of its client.</summary>
internal static class Echo
{
    public static async Task RunAsync(WebSocketConnection socket)
    {
        await foreach (var message in socket.ReadAllAsync())
        {
            await socket.SendAsync(message.Data, message.Type);
        }
    }

    public static async Task<(WebSocketMessageType Type, byte[] Data)> ReceiveAsync(WebSocket socket)
    {
        var data = new List<byte>();
        byte[] buffer = new byte[64 * 1024];
        while (true)
        {
            var result = await Within.Time(socket.ReceiveAsync(buffer.AsMemory(), default), "a message of the server");
            data.AddRange(buffer.AsSpan(0, result.Count));
            if (result.EndOfMessage)
            {
                return (result.MessageType, [.. data]);
            }
        }
    }
}
