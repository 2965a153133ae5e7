using System.Buffers;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Benchmarks;

/// <summary>One of the servers, and its connection.</summary>
internal sealed class Engine : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly MemoryListener _listener;
    private readonly MemoryPool<byte> _memory;

    private Engine(string name, WebApplication app, MemoryListener listener)
    {
        Name = name;
        _app = app;
        _listener = listener;
        _memory = app.Services.GetRequiredService<IMemoryPoolFactory<byte>>().Create();
    }

    public string Name { get; }

    public static async Task<Engine> StartAsync(string name, Action<IServiceCollection> configure, Action<WebApplication> map)
    {
        var listener = new MemoryListener();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IConnectionListenerFactory>(listener);
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(new IPEndPoint(IPAddress.Loopback, 1)));
        configure(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new(name, app, listener);
    }

    /// <summary>Sends messages and takes them back, for some time, over a new connection.</summary>
    public async Task<Round> MeasureAsync(Row row, TimeSpan time)
    {
        var transport = _listener.Connect(_memory);
        var connection = await EchoConnection.OpenAsync(transport, row.Request, row.Traffic, new Random(1));

        // The handshake was taken on another thread, and what waits for an answer goes on there. When the server is at rest, it works on this one.
        int waits;
        do
        {
            waits = transport.Waits;
            await Task.Delay(1);
            await connection.ExchangeAsync();
        }
        while (transport.Waits != waits);

        long worked = transport.Worked;
        long count = 0;
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        for (long begin = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begin) < time; count += row.Traffic.InFlight)
        {
            await connection.ExchangeAsync();
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var elapsed = Stopwatch.GetElapsedTime(worked, transport.Worked);
        if (transport.Waits != waits)
        {
            throw new InvalidOperationException($"{Name} has answered on another thread: this says nothing of its work.");
        }

        await connection.CloseAsync();
        return new(elapsed.TotalNanoseconds / count, (double)allocated / count);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _memory.Dispose();
    }
}
