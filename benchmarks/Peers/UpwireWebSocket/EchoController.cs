using Upwire;

namespace Benchmarks;

public static class EchoController
{
    [WebSocket("/echo")]
    public static async Task Echo(WebSocketConnection socket, CancellationToken stop)
    {
        await foreach (var message in socket.ReadAllAsync(stop))
        {
            await socket.SendAsync(message.Data, message.Type, stop);
        }
    }

    [WebSocket("/text")]
    public static async Task EchoText(WebSocketConnection socket, CancellationToken stop)
    {
        await foreach (string text in socket.ReadAllTextAsync(stop))
        {
            await socket.SendAsync(text, stop);
        }
    }
}
