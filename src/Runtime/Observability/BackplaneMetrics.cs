using System.Diagnostics.Metrics;

namespace Upwire;

/// <summary>Counts what crosses the backplane: names, units and attributes are promised in docs/observability.md.</summary>
internal sealed class BackplaneMetrics
{
    private static readonly KeyValuePair<string, object?> Receive = new(TelemetryNames.Direction, "receive");
    private static readonly KeyValuePair<string, object?> Transmit = new(TelemetryNames.Direction, "transmit");

    private readonly Counter<long> _messages;
    private readonly Counter<long> _failures;

    public BackplaneMetrics(IMeterFactory factory)
    {
        // The factory disposes of it.
        var meter = factory.Create(TelemetryNames.Source);
        _messages = meter.CreateCounter<long>("upwire.backplane.messages", "{message}", "Messages that were received from other servers, or given to the backplane for them.");
        _failures = meter.CreateCounter<long>("upwire.backplane.failures", "{message}", "Messages that the backplane did not take.");
    }

    public void OnReceived() => _messages.Add(1, Receive);

    public void OnPublished() => _messages.Add(1, Transmit);

    public void OnFailed() => _failures.Add(1);
}
