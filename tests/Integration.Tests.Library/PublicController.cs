namespace Upwire.Integration.Tests.Library;

public sealed class PublicController
{
    [HttpGet("/library/public")]
    public string Get() => "public";

    [WebSocket("/library/public")]
    public Task Talk(WebSocketConnection socket) => socket.SendAsync("public").AsTask();
}
