using Upwire;

public sealed class Prices
{
    [WebSocket("/prices", Compression = WebSocketCompression.ContextTakeover)]
    // UPW0051: With ContextTakeover each connection keeps some 300 KB, and MaxConnections allows 50,000 of them: 15,000 MB; PerMessage keeps nothing between messages
    public Task Join(WebSocketConnection socket) => socket.CloseAsync();
}

internal static class Services
{
    public static void Add(IServiceCollection services) =>
        services.AddUpwire(options => options.WebSockets.MaxConnections = 50_000);
}
