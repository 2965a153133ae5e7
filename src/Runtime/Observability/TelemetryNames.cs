namespace Upwire;

/// <summary>The names that meters and spans share. They are promised in docs/observability.md.</summary>
internal static class TelemetryNames
{
    /// <summary>Of the meter, and of the activity source.</summary>
    public const string Source = "Upwire";

    // OpenTelemetry's own.
    public const string Direction = "network.io.direction";
    public const string Route = "http.route";
    public const string StatusCode = "http.response.status_code";

    // Where it has none.
    public const string CloseCode = "upwire.websocket.close.code";
    public const string DrainAction = "upwire.websocket.drain.action";
}
