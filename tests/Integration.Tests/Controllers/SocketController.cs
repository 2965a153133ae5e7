using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Integration.Tests.Controllers;

public sealed class SocketController
{
    [HttpGet("/both/<id>")]
    public string Get(int id) => $"http {id}";

    [HttpPost("/both/<id>")]
    public string Post(int id) => $"posted {id}";

    [WebSocket("/both/<id>")]
    public Task Talk(int id, WebSocketConnection socket) => socket.SendAsync($"socket {id}").AsTask();

    [WebSocket("/shared")]
    public Task Shared(WebSocketConnection socket) => socket.SendAsync("shared").AsTask();

    [WebSocket("/only")]
    public async Task Only(WebSocketConnection socket, CancellationToken stop)
    {
        await foreach (string text in socket.ReadAllTextAsync(stop))
        {
            await socket.SendAsync(text, stop);
        }
    }

    [WebSocket("/bound/<id>")]
    public Task Bound(
        int id,
        Color color,
        WebSocketConnection socket,
        IGreeter greeter,
        [FromKeyedServices("loud")] IGreeter loud,
        [FromHeader(Name = "X-Count")] int count = 3) =>
        socket.SendAsync($"{id} {color} {count} {greeter.Greet("x")} {loud.Greet("y")}").AsTask();

    [WebSocket("/protocols", SubProtocols = ["v2", "v1"])]
    [WebSocket("/protocols/required", SubProtocols = ["v2", "v1"], RequireSubProtocol = true)]
    [WebSocket("/protocols/default")]
    public Task Protocols(WebSocketConnection socket) => socket.SendAsync(socket.SubProtocol ?? "none").AsTask();

    [WebSocket("/origins", Origins = ["https://a.example", "https://*.b.example:8443"])]
    [WebSocket("/origins/any", Origins = ["*"])]
    public Task Origins(WebSocketConnection socket) => socket.CloseAsync();

    [WebSocket("/small", MaxMessageSize = 4, MaxFragments = 2, SendBufferSize = 1024, CloseTimeout = 1)]
    public async Task Small(WebSocketConnection socket, CancellationToken stop)
    {
        await foreach (string text in socket.ReadAllTextAsync(stop))
        {
            await socket.SendAsync(text, stop);
        }
    }

    [WebSocket("/failing")]
    public Task Fail(WebSocketConnection socket) => throw new InvalidOperationException($"secret {socket.Id}");

    [WebSocket("/bytes")]
    public static ValueTask Bytes(Stream stream) => new(stream.CopyToAsync(stream));

    [WebSocket("/catch-all/<path..>")]
    public static Task CatchAll(string path, WebSocketConnection socket) => socket.SendAsync($"caught {path}").AsTask();
}
