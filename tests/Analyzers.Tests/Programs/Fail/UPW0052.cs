using System.Net.WebSockets;

public sealed class Prices(byte[][] prices)
{
    public async Task Serve(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await socket.ReceiveAsync(new byte[1024], timeout.Token);
        // UPW0052: To cancel 'timeout.Token' while this waits for a message aborts the connection, and the client is not told why; take a WebSocketConnection in a [WebSocket] handler, of which a call can be cancelled, or pass a token that nobody cancels

        foreach (byte[] price in prices)
        {
            _ = socket.SendAsync(price, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
            // UPW0052: Another message is sent on this socket while this one may be under way, which System.Net.WebSockets does not support; await each, or take a WebSocketConnection in a [WebSocket] handler, on which many may send at once
        }

        await Task.WhenAll(
            socket.SendAsync(prices[0], WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None),
            socket.SendAsync(prices[1], WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None));
            // UPW0052: Another message is sent on this socket while this one may be under way, which System.Net.WebSockets does not support; await each, or take a WebSocketConnection in a [WebSocket] handler, on which many may send at once
    }
}
