using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Upwire.CompilerServices;

/// <summary>Takes the handshakes of one endpoint, and has what it accepts run.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebSocketEndpoint
{
    private readonly SubProtocols _subProtocols;
    private readonly AllowedOrigins? _origins;
    private readonly ConnectionQuota _quota;
    private readonly Draining _draining;
    private readonly ConnectionRunner _runner;
    private readonly WebSocketMetrics _instruments;
    private readonly ILogger _logger;
    private EndpointMetrics? _metrics;

    internal WebSocketEndpoint(WebSocketSettings settings, IServiceProvider services)
    {
        var application = services.GetRequiredService<IOptions<UpwireOptions>>().Value.WebSockets;
        _subProtocols = SubProtocols.Resolve(settings, application);
        _origins = AllowedOrigins.Resolve(settings, application);
        _quota = services.GetRequiredService<ConnectionQuota>();
        _draining = services.GetRequiredService<Draining>();
        _instruments = services.GetRequiredService<WebSocketMetrics>();
        _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(ConnectionLog.Category);
        _runner = new(ConnectionLimits.Resolve(settings, application), services, _logger);
    }

    /// <summary>The endpoint's request delegate. It looks at the handshake itself before anything is bound.</summary>
    /// <param name="begin">
    /// Binds the parameters, and begins the connection: its task completes when that has ended. Or answers the request, and returns null. What it
    /// holds, it holds no longer than that: an open connection needs nothing of it.
    /// </param>
    /// <returns>The delegate.</returns>
    public RequestDelegate Handle(Func<HttpContext, ValueTask<Task?>> begin)
    {
        ArgumentNullException.ThrowIfNull(begin);
        return context =>
        {
            MetricsOf(context).WatchUpgrade(context);
            if (Check(context) is { } refusal)
            {
                return RefuseAsync(context, refusal);
            }

            var begun = begin(context);
            return begun.IsCompletedSuccessfully ? begun.Result ?? Task.CompletedTask : AwaitAsync(begun);
        };

        static async Task AwaitAsync(ValueTask<Task?> begun) => await (await begun ?? Task.CompletedTask);
    }

    /// <summary>Accepts the connection, runs its handler, and closes it: with 1000 when the handler has returned, with 1011 when it has failed.</summary>
    /// <param name="context">The request.</param>
    /// <param name="handler">Calls the user's method.</param>
    /// <param name="lifetime">The controller, where it wants to be told of the beginning and the end.</param>
    /// <returns>A task that completes when the connection has ended.</returns>
    public Task RunAsync(HttpContext context, Func<WebSocketConnection, Task> handler, IWebSocketLifetime? lifetime = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(handler);
        return TakePlaceAndRunAsync(context, _subProtocols.Choose(context), handler, lifetime);
    }

    /// <summary>The same with the sub-protocol that the user's method has chosen.</summary>
    /// <param name="context">The request.</param>
    /// <param name="subProtocol">The sub-protocol; null for none.</param>
    /// <param name="handler">Calls the user's method.</param>
    /// <param name="lifetime">The controller, where it wants to be told of the beginning and the end.</param>
    /// <returns>A task that completes when the connection has ended.</returns>
    /// <exception cref="InvalidOperationException">The client has not offered the sub-protocol.</exception>
    public Task RunSelectedAsync(HttpContext context, string? subProtocol, Func<WebSocketConnection, Task> handler, IWebSocketLifetime? lifetime = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(handler);
        return _subProtocols.CheckSelected(context, subProtocol) is { } refusal
            ? RefuseAsync(context, refusal)
            : TakePlaceAndRunAsync(context, subProtocol, handler, lifetime);
    }

    private HandshakeRefusal? Check(HttpContext context) =>
        UpgradeCheck.Check(context)
        ?? CheckHeaders(context)
        ?? OriginCheck.Check(context, _origins)
        ?? _subProtocols.Check(context)
        ?? DrainingCheck.Check(_draining)
        ?? _quota.Check(context);

    private Task TakePlaceAndRunAsync(HttpContext context, string? subProtocol, Func<WebSocketConnection, Task> handler, IWebSocketLifetime? lifetime)
    {
        // The last place may have gone while the parameters were bound.
        return _quota.Take(context) is { } refusal
            ? RefuseAsync(context, refusal)
            : _runner.RunAsync(context, subProtocol, MetricsOf(context), handler, lifetime);
    }

    // The route is known with the first request: groups have added their prefixes by then.
    private EndpointMetrics MetricsOf(HttpContext context)
    {
        string? route = EndpointMetrics.RouteOf(context);
        return _metrics is { } metrics && metrics.Route == route ? metrics : _metrics = new(_instruments, route);
    }

    private Task RefuseAsync(HttpContext context, HandshakeRefusal refusal)
    {
        ConnectionLog.Refused(_logger, MetricsOf(context).Route, refusal.Status, refusal.Detail);
        return refusal.WriteAsync(context);
    }

    private static HandshakeRefusal? CheckHeaders(HttpContext context) =>
        Acceptance.IsByHost(context) ? null
        : VersionCheck.Check(context) ?? (UpgradeRequest.IsExtendedConnect(context) ? null : KeyCheck.Check(context));
}
