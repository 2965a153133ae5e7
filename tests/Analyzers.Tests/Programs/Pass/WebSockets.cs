using System.Net.WebSockets;
using Upwire;

[Route("/rooms/<id:int>")]
public sealed class Rooms : IWebSocketLifetime
{
    [WebSocket("/ws", Verify = nameof(IsOpen), SubProtocols = ["v1.chat"], Origins = ["https://example.com"])]
    public async Task Join(int id, WebSocketConnection socket, CancellationToken stop)
    {
        await foreach (string text in socket.ReadAllTextAsync(stop))
        {
            await socket.SendAsync($"{id}: {text}", stop);
        }
    }

    [WebSocket("/echo")]
    public string Echo(int id, [FromMessage] string text) => $"{id}: {text}";

    [WebSocket("/numbers")]
    public async IAsyncEnumerable<string> Numbers(int id)
    {
        for (int number = 0; number < id; number++)
        {
            await Task.Yield();
            yield return $"{number}";
        }
    }

    [WebSocket("/raw")]
    public async Task Raw(int id, WebSocket socket)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(id));
        await socket.ReceiveAsync(new byte[1024], timeout.Token);
    }

    public bool IsOpen(int id) => id > 0;

    public Task OnConnectedAsync(WebSocketConnection socket) => Task.CompletedTask;

    public Task OnDisconnectedAsync(WebSocketConnection socket) => Task.CompletedTask;
}
