using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Upwire;

/// <summary>Counts what happens on one endpoint. Nothing is allocated for a message, and next to nothing done where nobody listens.</summary>
/// <param name="metrics">The instruments.</param>
/// <param name="route">The endpoint's template, as ASP.NET Core's own metrics name it.</param>
internal sealed class EndpointMetrics(WebSocketMetrics metrics, string? route)
{
    // RFC 6455 7.4.1: what stands for the end of a connection without a close frame.
    private const int ClosedAbnormally = 1006;

    private static readonly KeyValuePair<string, object?> Receive = new(TelemetryNames.Direction, "receive");
    private static readonly KeyValuePair<string, object?> Transmit = new(TelemetryNames.Direction, "transmit");

    private readonly KeyValuePair<string, object?> _route = new(TelemetryNames.Route, route);

    public string? Route => route;

    /// <summary>The template of the endpoint that a request was routed to.</summary>
    public static string? RouteOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IRouteDiagnosticsMetadata>()?.Route;

    /// <summary>Counts a request when it is answered, whoever answers it.</summary>
    public void WatchUpgrade(HttpContext context)
    {
        if (metrics.Upgrades.Enabled)
        {
            context.Response.OnStarting(() =>
            {
                metrics.Upgrades.Add(1, _route, new(TelemetryNames.StatusCode, context.Response.StatusCode));
                return Task.CompletedTask;
            });
        }
    }

    public void OnOpened() => metrics.Open.Add(1, _route);

    public void OnClosed(WebSocketCloseStatus? status, TimeSpan duration)
    {
        metrics.Open.Add(-1, _route);
        if (metrics.Duration.Enabled)
        {
            metrics.Duration.Record(duration.TotalSeconds, _route, new(TelemetryNames.CloseCode, (int?)status ?? ClosedAbnormally));
        }
    }

    public void OnReceived(int bytes) => Count(bytes, Receive);

    public void OnSent(int bytes) => Count(bytes, Transmit);

    public void OnDropped() => metrics.Dropped.Add(1, _route);

    private void Count(int bytes, in KeyValuePair<string, object?> direction)
    {
        if (metrics.Messages.Enabled)
        {
            metrics.Messages.Add(1, _route, direction);
        }

        if (metrics.Io.Enabled)
        {
            metrics.Io.Add(bytes, _route, direction);
        }
    }
}
