using Microsoft.Extensions.Logging;

namespace Upwire.Runtime.Tests;

public sealed class LogTests
{
    [Fact]
    public async Task The_beginning_and_the_end_of_a_connection_are_logged()
    {
        string? id = null;
        await using var host = await KestrelHost.StartAsync(
            socket =>
            {
                id = socket.Id;
                return socket.CloseAsync((System.Net.WebSockets.WebSocketCloseStatus)4001, "enough");
            });
        using (var client = await RawWebSocketClient.OpenAsync(host.Address))
        {
            await client.ReceiveCloseAsync();
            await client.SendAsync(ClientFrame.Close(4001));
            await client.ExpectEndAsync();
        }

        await host.DisposeAsync();
        var messages = host.Log.Entries.Where(entry => entry.Level == LogLevel.Debug).Select(entry => entry.Message).ToList();
        Assert.Equal($"The WebSocket connection {id} to /ws is open, sub-protocol (null).", messages[0]);
        Assert.Matches($"^The WebSocket connection {id} has ended after .*, close code 4001, reason 'enough'.$", messages[1]);
    }

    [Fact]
    public async Task A_refusal_is_logged_with_its_reason()
    {
        await using var host = await KestrelHost.StartAsync(Echo.RunAsync);
        using var client = await RawWebSocketClient.ConnectAsync(host.Address);
        await client.WriteAsync(RawWebSocketClient.Handshake(headers: ("Origin", "https://elsewhere.example")));
        Assert.Equal(403, (await client.ReadResponseAsync()).Status);

        var (level, message, _) = Assert.Single(host.Log.Entries);
        Assert.Equal(LogLevel.Debug, level);
        Assert.StartsWith("A request for the WebSocket /ws was refused with 403: ", message);
    }
}
