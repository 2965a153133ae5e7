using System.Net.WebSockets;

namespace Upwire.Runtime.Tests;

/// <summary>What applications do with a connection, on the bare channel.</summary>
internal static class Handlers
{
    /// <summary>Sends every message back, until the end.</summary>
    public static async Task EchoAsync(WebSocketChannel channel)
    {
        while (await channel.ReceiveAsync(only: null, default) is { } message)
        {
            await channel.SendAsync(message.Data, message.Type, default);
        }
    }

    /// <summary>Keeps a copy of every message, until the end.</summary>
    public static async Task<List<(WebSocketMessageType Type, byte[] Data)>> CollectAsync(WebSocketChannel channel)
    {
        var messages = new List<(WebSocketMessageType, byte[])>();
        while (await channel.ReceiveAsync(only: null, default) is { } message)
        {
            messages.Add((message.Type, message.Data.ToArray()));
        }

        return messages;
    }

    public static Task ReturnAsync(WebSocketChannel channel)
    {
        channel.ReturnLoan();
        return channel.CloseAsync(new(WebSocketCloseStatus.NormalClosure, ""));
    }
}
