namespace Upwire;

/// <summary>The application-wide settings of Upwire, set in <c>AddUpwire</c> or in the configuration section <c>Upwire</c>.</summary>
public sealed class UpwireOptions
{
    /// <summary>The defaults of every WebSocket endpoint; an endpoint's attribute overrides them one by one.</summary>
    public UpwireWebSocketOptions WebSockets { get; } = new();
}
