using Upwire;

namespace Hello;

public sealed class HelloController
{
    // HTTP and WebSocket on one path: a browser's address bar gets JSON, a WebSocket client a conversation.
    [HttpGet("/hello")]
    public Greeting Greet() => new("world");

    [WebSocket("/hello")]
    public async Task Talk(WebSocketConnection socket, CancellationToken stop)
    {
        await socket.SendAsync("hello client", stop);
        await socket.ReceiveAsync(stop);
    }

    // A connection is a stream: what comes in goes out, as bytes.
    [WebSocket("/pipe")]
    public Task Pipe(Stream stream) => stream.CopyToAsync(stream);

    // Each message by itself: texts come back as texts, bytes as bytes.
    [WebSocket("/echo")]
    public async Task Echo(WebSocketConnection socket, CancellationToken stop)
    {
        await foreach (var message in socket.ReadAllAsync(stop))
        {
            await socket.SendAsync(message.Data, message.Type, stop);
        }
    }

    // Route parameters are parameters of the method, and are bound before the connection is accepted.
    [WebSocket("/rooms/<room>/seats/<seat:int>")]
    public async Task Sit(string room, int seat, WebSocketConnection socket, CancellationToken stop)
    {
        await foreach (string text in socket.ReadAllTextAsync(stop))
        {
            await socket.SendAsync($"{room}, seat {seat}: {text}", stop);
        }
    }

    // Any connection that no other route takes.
    [WebSocket("/<path..>")]
    public Task Anything(string path, WebSocketConnection socket) => socket.CloseAsync(reason: $"nothing at /{path}");
}
