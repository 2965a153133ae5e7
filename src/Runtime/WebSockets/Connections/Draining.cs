using System.Net.WebSockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Upwire;

/// <summary>Ends all connections when the server stops: with 1001, batch by batch, so that not all clients come to the next server at once.</summary>
internal sealed class Draining
{
    /// <summary>The time from one batch to the next.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private static readonly ClosePayload GoingAway = new(WebSocketCloseStatus.EndpointUnavailable, "the server is shutting down");

    private readonly OpenConnections _connections;
    private readonly UpwireWebSocketOptions _options;
    private readonly WebSocketMetrics _metrics;
    private readonly ILogger _logger;
    private readonly IHostApplicationLifetime? _lifetime;

    // A host without a lifetime is a valid one: its connections end with it.
    public Draining(
        OpenConnections connections,
        IOptions<UpwireOptions> options,
        WebSocketMetrics metrics,
        ILoggerFactory loggers,
        IHostApplicationLifetime? lifetime = null)
    {
        _metrics = metrics;
        _logger = loggers.CreateLogger(ConnectionLog.Category);
        _connections = connections;
        _options = options.Value.WebSockets;
        _lifetime = lifetime;
        lifetime?.ApplicationStopping.Register(() => _ = DrainAsync(lifetime.ApplicationStopped));
    }

    /// <summary>Whether the server is shutting down, so that no connection is to be begun.</summary>
    public bool IsUnderWay => _lifetime?.ApplicationStopping.IsCancellationRequested == true;

    /// <summary>Ends a connection that was accepted while all others were being closed.</summary>
    public void CloseIfUnderWay(WebSocketChannel channel)
    {
        if (IsUnderWay)
        {
            channel.BeginClose(GoingAway);
        }
    }

    private async Task DrainAsync(CancellationToken stopped)
    {
        var time = _connections.Time;
        long begin = time.GetTimestamp();
        WebSocketChannel[] channels = [.. _connections.All];
        int size = BatchSize(channels.Length);
        if (channels.Length > 0)
        {
            ConnectionLog.DrainBegins(_logger, channels.Length, size);
        }

        for (int i = 0; i < channels.Length; i++)
        {
            if (i > 0 && i % size == 0)
            {
                await Delay(Pause, time, stopped);
            }

            channels[i].BeginClose(GoingAway);
            Count("close");
        }

        await Delay(_options.DrainTimeout - time.GetElapsedTime(begin), time, stopped);
        CutAll();
    }

    private void CutAll()
    {
        WebSocketChannel[] left = [.. _connections.All];
        if (left.Length == 0)
        {
            return;
        }

        ConnectionLog.DrainTimedOut(_logger, left.Length, _options.DrainTimeout);
        foreach (var channel in left)
        {
            channel.Abort();
            Count("abort");
        }
    }

    private void Count(string action) => _metrics.Drained.Add(1, new KeyValuePair<string, object?>(TelemetryNames.DrainAction, action));

    private static Task Delay(TimeSpan delay, TimeProvider time, CancellationToken stopped) => delay <= TimeSpan.Zero
        ? Task.CompletedTask
        : Task.Delay(delay, time, stopped).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    // The last batch has half of the time for its goodbyes.
    private int BatchSize(int count) => (int)Math.Max(_options.DrainBatch, Math.Ceiling(2 * count * (Pause / _options.DrainTimeout)));
}
