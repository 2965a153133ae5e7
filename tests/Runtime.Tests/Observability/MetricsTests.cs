using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Upwire.Runtime.Tests;

/// <summary>The instruments of docs/observability.md, from a server's own meter.</summary>
public sealed class MetricsTests
{
    private const string Route = "http.route";
    private const string Direction = "network.io.direction";

    [Fact]
    public async Task Open_connections_are_counted_and_their_ends_by_close_code()
    {
        await using var host = await KestrelHost.StartAsync(Echo.RunAsync);
        using var open = Collect<long>(host, "upwire.websocket.active_connections");
        using var durations = Collect<double>(host, "upwire.websocket.connection.duration");
        using (var client = await RawWebSocketClient.OpenAsync(host.Address))
        {
            await Within.Time(open.WaitForMeasurementsAsync(1));
            Assert.Equal(1, Assert.Single(open.GetMeasurementSnapshot()).Value);
            await client.SendAsync(ClientFrame.Close(4001));
            await client.ReceiveCloseAsync();
        }

        using (var client = await RawWebSocketClient.OpenAsync(host.Address))
        {
            client.Reset();
        }

        await Within.Time(durations.WaitForMeasurementsAsync(2));
        Assert.Equal(0, open.GetMeasurementSnapshot().EvaluateAsCounter());
        Assert.All(open.GetMeasurementSnapshot(), measured => Assert.Equal("/ws", measured.Tags[Route]));
        Assert.Equal([1006, 4001], durations.GetMeasurementSnapshot().Select(measured => measured.Tags["upwire.websocket.close.code"]).Order());
        Assert.All(durations.GetMeasurementSnapshot(), measured => Assert.InRange(measured.Value, 0, Within.Limit.TotalSeconds));
    }

    [Fact]
    public async Task Requests_are_counted_by_the_status_of_their_answer()
    {
        await using var host = await KestrelHost.StartAsync(Echo.RunAsync);
        using var upgrades = Collect<long>(host, "upwire.websocket.upgrades");
        using (var client = await RawWebSocketClient.ConnectAsync(host.Address))
        {
            await client.WriteAsync(RawWebSocketClient.Handshake(headers: ("Origin", "https://elsewhere.example")));
            Assert.Equal(403, (await client.ReadResponseAsync()).Status);
        }

        using var accepted = await RawWebSocketClient.OpenAsync(host.Address);

        Assert.Equal([403, 101], upgrades.GetMeasurementSnapshot().Select(measured => measured.Tags["http.response.status_code"]));
        Assert.All(upgrades.GetMeasurementSnapshot(), measured => Assert.Equal("/ws", measured.Tags[Route]));
    }

    [Theory]
    [InlineData(WebSocketCompression.Off)]
    [InlineData(WebSocketCompression.ContextTakeover)]
    public async Task Messages_and_their_bytes_are_counted_each_way(WebSocketCompression compression)
    {
        await using var host = await KestrelHost.StartAsync(
            static async socket =>
            {
                await socket.ReceiveAsync();
                await socket.SendAsync("twelve bytes");
                await socket.SendAsync(new byte[300]);
            },
            new() { Compression = compression });
        using var messages = Collect<long>(host, "upwire.websocket.messages");
        using var bytes = Collect<long>(host, "upwire.websocket.io");
        using var client = await RawWebSocketClient.ConnectAsync(host.Address);
        await client.WriteAsync(RawWebSocketClient.Handshake(headers: ("Sec-WebSocket-Extensions", "permessage-deflate")));
        Assert.Equal(101, (await client.ReadResponseAsync()).Status);

        await client.SendAsync(ClientFrame.Ping("not a message"), ClientFrame.Text("four").NotFinal(), new(Opcode.Continuation, "teen bytes"u8.ToArray()));

        await client.ReceiveUntilCloseAsync();
        Assert.Equal([("receive", 1L), ("transmit", 2L)], Sums(messages));
        Assert.Equal([("receive", 14L), ("transmit", 312L)], Sums(bytes));
    }

    [Theory]
    [InlineData(SlowClient.DropNewest, 2)]
    [InlineData(SlowClient.DropOldest, 2)]
    [InlineData(SlowClient.Close, 1)]
    public void Dropped_messages_are_counted(SlowClient policy, int dropped)
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        var metrics = new EndpointMetrics(new(factory), "/ws");
        using var drops = new MetricCollector<long>(factory, TelemetryNames.Source, "upwire.websocket.messages.dropped");
        var backlog = new Backlog(new Lock(), budget: 20, policy, metrics);
        for (int i = 0; i < 3; i++)
        {
            var frame = new OutgoingFrame("message0");
            if (backlog.MakeRoom(frame.Size, unflushed: 10) == Room.Now)
            {
                backlog.Add(frame.ToPending());
            }
        }

        // What a client that is too slow is closed with drops what waits.
        if (policy == SlowClient.Close)
        {
            backlog.Drop(static () => ConnectionFaults.TooSlow());
        }

        Assert.Equal(dropped, drops.GetMeasurementSnapshot().EvaluateAsCounter());
    }

    [Fact]
    public async Task Connections_that_are_drained_are_counted_and_logged()
    {
        await using var host = await KestrelHost.StartAsync(Echo.RunAsync);
        using var drained = Collect<long>(host, "upwire.websocket.drained_connections");
        using var client = await RawWebSocketClient.OpenAsync(host.Address);
        await client.SendAsync(ClientFrame.Text("x"));
        await client.ReceiveAsync();

        var stop = host.App.StopAsync();
        Assert.Equal(1001, (await client.ReceiveCloseAsync()).CloseCode);
        await client.SendAsync(ClientFrame.Close(1001));
        await Within.Time(stop);

        Assert.Equal("close", Assert.Single(drained.GetMeasurementSnapshot()).Tags["upwire.websocket.drain.action"]);
        Assert.Contains("The server stops: 1 WebSocket connections are closed, in batches of 1000.", host.Log.Entries.Select(entry => entry.Message));
    }

    private static MetricCollector<T> Collect<T>(KestrelHost host, string instrument)
        where T : struct => new(host.App.Services.GetRequiredService<IMeterFactory>(), TelemetryNames.Source, instrument);

    private static IEnumerable<(string Direction, long Sum)> Sums(MetricCollector<long> collector) =>
        collector.GetMeasurementSnapshot()
            .GroupBy(measured => (string)measured.Tags[Direction]!)
            .Select(group => (group.Key, group.EvaluateAsCounter()))
            .OrderBy(sum => sum.Key);
}
