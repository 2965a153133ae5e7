using System.Diagnostics.Metrics;

namespace Upwire;

/// <summary>The instruments of the meter <c>Upwire</c>: names, units and attributes are promised in docs/observability.md.</summary>
internal sealed class WebSocketMetrics
{
    public WebSocketMetrics(IMeterFactory factory)
    {
        // The factory disposes of it.
        var meter = factory.Create(TelemetryNames.Source);
        Open = meter.CreateUpDownCounter<long>("upwire.websocket.active_connections", "{connection}", "WebSocket connections that are open.");
        Duration = meter.CreateHistogram(
            "upwire.websocket.connection.duration", "s", "How long WebSocket connections were open.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.1, 1, 10, 60, 300, 900, 3600, 14_400, 86_400] });
        Upgrades = meter.CreateCounter<long>("upwire.websocket.upgrades", "{request}", "Requests to WebSocket endpoints, by the status of their answer.");
        Messages = meter.CreateCounter<long>("upwire.websocket.messages", "{message}", "WebSocket messages that were received, or handed to the transport.");
        Io = meter.CreateCounter<long>("upwire.websocket.io", "By", "The bytes of these messages, not compressed, without the headers of their frames.");
        Dropped = meter.CreateCounter<long>("upwire.websocket.messages.dropped", "{message}", "WebSocket messages that were dropped because their client reads too slowly.");
        Drained = meter.CreateCounter<long>("upwire.websocket.drained_connections", "{connection}", "WebSocket connections that were closed, or cut, because the server stops.");
    }

    public UpDownCounter<long> Open { get; }

    public Histogram<double> Duration { get; }

    public Counter<long> Upgrades { get; }

    public Counter<long> Messages { get; }

    public Counter<long> Io { get; }

    public Counter<long> Dropped { get; }

    public Counter<long> Drained { get; }
}
