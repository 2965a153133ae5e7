using System.Net.WebSockets;
using System.Text;

namespace Benchmarks;

/// <summary>Sends back what comes, by the loop of ASP.NET Core's documentation.</summary>
internal static class Echo
{
    public static Task AnswerAsync(HttpContext context) => AcceptAsync(context, socket => EchoAsync(socket, BufferSize(context)));

    public static Task AnswerTextAsync(HttpContext context) => AcceptAsync(context, EchoTextAsync);

    public static async Task AcceptAsync(HttpContext context, Func<WebSocket, Task> handler)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await handler(socket);
    }

    // The documentation's, unless the client asks for room for its larger messages.
    private static int BufferSize(HttpContext context) => int.TryParse(context.Request.Query["buffer"], out int size) ? size : 4 * 1024;

    // As ASP.NET Core's documentation has it: what has come of a message goes back.
    private static async Task EchoAsync(WebSocket socket, int bufferSize)
    {
        byte[] buffer = new byte[bufferSize];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        while (received.MessageType != WebSocketMessageType.Close)
        {
            await socket.SendAsync(buffer.AsMemory(0, received.Count), received.MessageType, received.EndOfMessage, CancellationToken.None);
            received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        }

        await socket.CloseAsync(socket.CloseStatus!.Value, socket.CloseStatusDescription, CancellationToken.None);
    }

    // Texts that fit into the buffer.
    private static async Task EchoTextAsync(WebSocket socket)
    {
        byte[] buffer = new byte[4 * 1024];
        var received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        while (received.MessageType != WebSocketMessageType.Close)
        {
            string text = Encoding.UTF8.GetString(buffer, 0, received.Count);
            await socket.SendAsync(buffer.AsMemory(0, Encoding.UTF8.GetBytes(text, buffer)), WebSocketMessageType.Text, received.EndOfMessage, CancellationToken.None);
            received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
        }

        await socket.CloseAsync(socket.CloseStatus!.Value, socket.CloseStatusDescription, CancellationToken.None);
    }
}
