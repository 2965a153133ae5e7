using Upwire;

namespace Benchmarks;

public static class RoomController
{
    private const string Listeners = "listeners";

    [WebSocket("/listen")]
    public static async Task Listen(WebSocketConnection socket, [FromServices] WebSocketConnections connections, CancellationToken stop)
    {
        await connections.Group(Listeners).AddAsync(socket, stop);
        await socket.SendAsync("ready", stop);
        await foreach (var _ in socket.ReadAllAsync(stop))
        {
            // Listeners say nothing.
        }
    }

    [WebSocket("/speak")]
    public static async Task Speak(WebSocketConnection socket, [FromServices] WebSocketConnections connections, CancellationToken stop)
    {
        var listeners = connections.Group(Listeners);
        await foreach (var message in socket.ReadAllAsync(stop))
        {
            await listeners.SendAsync(message.Data, message.Type, stop);
        }
    }
}
