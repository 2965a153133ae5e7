using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Upwire.Runtime.Tests;

/// <summary>Clients that do everything but say goodbye: whatever they do, nothing of them stays.</summary>
[Collection(Alone.Name)]
public sealed class AbuseTests : IAsyncDisposable
{
    private const int Connections = 10_000;
    private const int AtOnce = 200;

    private static readonly byte[] Bomb = new DeflatingClient().Frame(Opcode.Binary, new byte[1024 * 1024]).ToBytes();
    private static readonly byte[] Message = new ClientFrame(Opcode.Binary, new byte[32 * 1024]).ToBytes();

    private static readonly Func<RawWebSocketClient, Task>[] Abuses =
    [
        static client => Task.CompletedTask,
        static client => LeaveAsync(client, [0x81]),
        static client => LeaveAsync(client, [0x81, 0xFE, 0x10]),
        static client => LeaveAsync(client, Message[..1000]),
        static client => LeaveAsync(client, ClientFrame.Text("half a mess").NotFinal().ToBytes()),
        static client => LeaveAsync(client, ClientFrame.Text("x").ToBytes()),
        static client => LeaveAsync(client, ClientFrame.Text("close").ToBytes()),
        static client => LeaveAsync(client, ClientFrame.Text("throw").ToBytes()),
        static client => LeaveAsync(client, Bomb),
        static client => LeaveAsync(client, [.. Enumerable.Repeat(Message, 40).SelectMany(static bytes => bytes)]),
        static client => ClosesBadlyAsync(client, [.. Enumerable.Repeat((byte)0xFF, 200)]),
        static client => ClosesBadlyAsync(client, Bomb),
        static client => ClosesBadlyAsync(client, ClientFrame.Close(1000).ToBytes()),
        static client => ClosesBadlyAsync(client, [.. ClientFrame.Text("hello").ToBytes(), .. ClientFrame.Close(1000).ToBytes()]),
        static client => ClosesWellAsync(client),
        static client => StaysAsync(client, ClientFrame.Text("half a mess").NotFinal().ToBytes()),
        static client => StaysAsync(client, ClientFrame.Text("close").ToBytes()),
        static client => StaysAsync(client, [.. Enumerable.Repeat(Message, 40).SelectMany(static bytes => bytes)]),
    ];

    private readonly FakeTimeProvider _time = new();
    private readonly ConcurrentBag<WeakReference> _connections = [];
    private readonly ConcurrentQueue<Exception> _unobserved = new();
    private int _running;
    private KestrelHost? _host;

    public async ValueTask DisposeAsync()
    {
        TaskScheduler.UnobservedTaskException -= OnUnobserved;
        await (_host?.DisposeAsync() ?? default);
    }

    [Fact]
    public async Task Of_ten_thousand_abused_connections_nothing_stays()
    {
        TaskScheduler.UnobservedTaskException += OnUnobserved;

        _host = await KestrelHost.StartAsync(
            HandleAsync, new() { Compression = WebSocketCompression.PerMessage }, _time, options: static options => options.MaxConnections = 10 * AtOnce);
        var quota = _host.App.Services.GetRequiredService<ConnectionQuota>();
        var factory = _host.App.Services.GetRequiredService<IMeterFactory>();
        using var ended = new MetricCollector<double>(factory, TelemetryNames.Source, "upwire.websocket.connection.duration");
        using var open = new MetricCollector<long>(factory, TelemetryNames.Source, "upwire.websocket.active_connections");

        var clients = Parallel.ForAsync(0, Connections, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, _) => await AbuseAsync(_host, Abuses[i % Abuses.Length], isReset: i % 2 == 0));
        await PassTimeUntilAsync(clients);
        await PassTimeUntilAsync(ended.WaitForMeasurementsAsync(Connections));

        Assert.Equal(0, open.GetMeasurementSnapshot().EvaluateAsCounter());
        Assert.Equal(0, _host.App.Services.GetRequiredService<OpenConnections>().Count);
        Assert.Equal(0, Volatile.Read(ref _running));
        Assert.InRange(quota.Count, 0, AtOnce / 10);
        Assert.All(_host.Log.Warnings, static entry => Assert.Equal((LogLevel.Error, "asked to"), (entry.Level, entry.Exception?.Message)));
        Assert.Equal(Connections, _connections.Count);

        // The last ones may still be on some thread's stack.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.InRange(_connections.Count(static connection => connection.IsAlive), 0, AtOnce);
        Assert.Empty(_unobserved);
    }

    private static async Task AbuseAsync(KestrelHost host, Func<RawWebSocketClient, Task> abuse, bool isReset)
    {
        using var client = await RawWebSocketClient.ConnectAsync(host.Address);
        await client.WriteAsync(RawWebSocketClient.Handshake(headers: ("Sec-WebSocket-Extensions", "permessage-deflate")));
        Assert.Equal(101, (await client.ReadResponseAsync()).Status);
        try
        {
            await abuse(client);
        }
        catch (IOException)
        {
            // Time passes fast here: the server may have had enough already.
        }

        if (isReset)
        {
            client.Reset();
        }
    }

    private static Task LeaveAsync(RawWebSocketClient client, byte[] bytes) => client.WriteAsync(bytes);

    // Reads the close frame, and does not answer it.
    private static async Task ClosesBadlyAsync(RawWebSocketClient client, byte[] bytes)
    {
        await client.WriteAsync(bytes);
        await client.ReceiveSomethingAsync();
    }

    private static async Task ClosesWellAsync(RawWebSocketClient client)
    {
        await client.SendAsync(ClientFrame.Text("hello"), ClientFrame.Close(1000));
        await client.ReceiveToEndAsync();
    }

    // Waits until the server has had enough.
    private static async Task StaysAsync(RawWebSocketClient client, byte[] bytes)
    {
        await client.WriteAsync(bytes);
        await client.ReceiveToEndAsync();
    }

    private async Task HandleAsync(WebSocketConnection socket)
    {
        _connections.Add(new(socket));
        Interlocked.Increment(ref _running);
        try
        {
            await foreach (var message in socket.ReadAllAsync())
            {
                switch (message.GetText())
                {
                    case "close":
                        await socket.CloseAsync();
                        break;
                    case "throw":
                        throw new InvalidOperationException("asked to");
                    default:
                        await socket.SendAsync(message.Data, message.Type);
                        break;
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref _running);
        }
    }

    private async Task PassTimeUntilAsync(Task end)
    {
        long begin = TimeProvider.System.GetTimestamp();
        while (!end.IsCompleted && TimeProvider.System.GetElapsedTime(begin) < 4 * Within.Limit)
        {
            _time.Advance(OpenConnections.Period);
            await Task.WhenAny(end, Task.Delay(TimeSpan.FromMilliseconds(10)));
        }

        Assert.True(end.IsCompleted, $"{Volatile.Read(ref _running)} handlers still run.");
        await end;
    }

    // Of the engine's own tasks: other tests run beside this one.
    private void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs e)
    {
        if (e.Exception.ToString().Replace("at Upwire.Runtime.Tests.", "", StringComparison.Ordinal).Contains("at Upwire.", StringComparison.Ordinal))
        {
            _unobserved.Enqueue(e.Exception);
        }
    }
}
