namespace Upwire;

/// <summary>The application-wide settings of Upwire, set in <c>AddUpwire</c> or in the configuration section <c>Upwire</c>.</summary>
public sealed class UpwireOptions
{
    /// <summary>
    /// Whether the application, when it starts and before it listens, looks for what its endpoints need and only run time knows: the services
    /// of controllers and handlers, the policies that <c>[Authorize]</c>, <c>[EnableCors]</c>, <c>[EnableRateLimiting]</c>,
    /// <c>[OutputCache]</c> and <c>[RequestTimeout]</c> name, and JSON contracts. What is missing ends the start with one
    /// <see cref="UpwireStartUpException"/> that lists all of it. True by default; otherwise, each is found by the first request that needs it.
    /// </summary>
    public bool ValidateOnStart { get; set; } = true;

    /// <summary>The defaults of every WebSocket endpoint; an endpoint's attribute overrides them one by one.</summary>
    public UpwireWebSocketOptions WebSockets { get; } = new();

    /// <summary>How this server works together with others, where a backplane is registered.</summary>
    public UpwireBackplaneOptions Backplane { get; } = new();
}
