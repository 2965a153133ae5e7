namespace Upwire.Integration.Tests.Controllers;

[Route("/lifetime")]
public sealed class LifetimeController(Lifetimes lifetimes) : IWebSocketLifetime
{
    private string _log = "";

    [HttpGet("/next")]
    public static Task<string> Next([FromServices] Lifetimes lifetimes) => lifetimes.NextAsync();

    [WebSocket("/echo")]
    public string Echo([FromMessage] string text)
    {
        _log += $", {text}";
        return text == "throw" ? throw new InvalidOperationException("thrown by the handler") : text;
    }

    [WebSocket("/connection")]
    public Task Talk(WebSocketConnection socket) => socket.SendAsync("talk").AsTask();

    [WebSocket("/static")]
    public static Task TalkStatically(WebSocketConnection socket) => socket.SendAsync("talk").AsTask();

    async Task IWebSocketLifetime.OnConnectedAsync(WebSocketConnection socket)
    {
        _log = "connected";
        string query = socket.HttpContext.Request.QueryString.Value ?? "";
        await (query switch
        {
            "?throw" => throw new InvalidOperationException("thrown at the beginning"),
            "?close" => socket.CloseAsync((System.Net.WebSockets.WebSocketCloseStatus)4001, "not you"),
            _ => socket.SendAsync("welcome").AsTask(),
        });
    }

    Task IWebSocketLifetime.OnDisconnectedAsync(WebSocketConnection socket)
    {
        lifetimes.Add($"{_log}, disconnected {(int?)socket.CloseStatus}");
        return socket.HttpContext.Request.QueryString.Value == "?end" ? throw new InvalidOperationException("thrown at the end") : Task.CompletedTask;
    }
}
