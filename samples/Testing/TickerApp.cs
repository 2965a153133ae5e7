using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Ticker;

namespace Testing;

/// <summary>The sample Ticker in memory: no port and no network, and the time is the test's.</summary>
public sealed class TickerApp : WebApplicationFactory<Program>
{
    public FakeTimeProvider Time { get; } = new(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));

    public Market Market => Services.GetRequiredService<Market>();

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Time));

    /// <summary>Opens a WebSocket. What the handshake answers instead of 101 is in the exception.</summary>
    public Task<WebSocket> ConnectAsync(string path, string? origin = null, string[]? subProtocols = null, CancellationToken stop = default)
    {
        var client = Server.CreateWebSocketClient();
        Array.ForEach(subProtocols ?? [], client.SubProtocols.Add);
        client.ConfigureRequest = request => request.Headers.Origin = origin;
        return client.ConnectAsync(new Uri(Server.BaseAddress, path), stop);
    }

    /// <summary>Receives a quote; null when the server has closed the connection.</summary>
    public static async Task<Quote?> ReceiveAsync(WebSocket socket, CancellationToken stop)
    {
        byte[] buffer = new byte[1024];
        var received = await socket.ReceiveAsync(buffer, stop);
        return received.MessageType == WebSocketMessageType.Close
            ? null
            : JsonSerializer.Deserialize(Encoding.UTF8.GetString(buffer, 0, received.Count), TickerJson.Default.Quote);
    }
}
