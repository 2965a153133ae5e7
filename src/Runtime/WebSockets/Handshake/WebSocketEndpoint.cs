using System.ComponentModel;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Upwire.CompilerServices;

/// <summary>Accepts the connections of one endpoint and keeps each from its first byte to its last.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebSocketEndpoint
{
    private static readonly ClosePayload HandlerReturned = new(WebSocketCloseStatus.NormalClosure, "");
    private static readonly ClosePayload HandlerFailed = new(WebSocketCloseStatus.InternalServerError, "");

    private readonly ConnectionLimits _limits;
    private readonly SubProtocols _subProtocols;
    private readonly AllowedOrigins? _origins;
    private readonly OpenConnections _connections;
    private readonly ConnectionQuota _quota;
    private readonly Draining _draining;
    private readonly MessageJson _json;
    private readonly WebSocketMetrics _instruments;
    private readonly ILogger _logger;
    private EndpointMetrics? _metrics;

    internal WebSocketEndpoint(WebSocketSettings settings, IServiceProvider services)
    {
        var application = services.GetRequiredService<IOptions<UpwireOptions>>().Value.WebSockets;
        _limits = ConnectionLimits.Resolve(settings, application);
        _subProtocols = SubProtocols.Resolve(settings, application);
        _origins = AllowedOrigins.Resolve(settings, application);
        _connections = services.GetRequiredService<OpenConnections>();
        _quota = services.GetRequiredService<ConnectionQuota>();
        _draining = services.GetRequiredService<Draining>();
        _instruments = services.GetRequiredService<WebSocketMetrics>();
        _json = new(ApplicationJson.Options(services));
        _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(ConnectionLog.Category);
    }

    /// <summary>Takes the steps of the handshake that come before the binding of parameters.</summary>
    /// <param name="context">The request.</param>
    /// <returns>Whether the request was refused, and the answer written.</returns>
    public async ValueTask<bool> RejectAsync(HttpContext context)
    {
        MetricsOf(context).WatchUpgrade(context);
        var refusal =
            UpgradeCheck.Check(context)
            ?? CheckHeaders(context)
            ?? OriginCheck.Check(context, _origins)
            ?? _subProtocols.Check(context)
            ?? DrainingCheck.Check(_draining)
            ?? _quota.Check(context);

        if (refusal is null)
        {
            return false;
        }

        await RefuseAsync(context, refusal);
        return true;
    }

    /// <summary>Accepts the connection, runs its handler, and closes it: with 1000 when the handler has returned, with 1011 when it has failed.</summary>
    /// <param name="context">The request.</param>
    /// <param name="handler">Calls the user's method.</param>
    /// <param name="lifetime">The controller, where it wants to be told of the beginning and the end.</param>
    /// <returns>A task that completes when the connection has ended.</returns>
    public async Task RunAsync(HttpContext context, Func<WebSocketConnection, Task> handler, IWebSocketLifetime? lifetime = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(handler);

        // The last place may have gone while the parameters were bound.
        if (_quota.Take(context) is { } refusal)
        {
            await RefuseAsync(context, refusal);
            return;
        }

        try
        {
            await AcceptAndRunAsync(context, handler, lifetime);
        }
        finally
        {
            _quota.Return(context);
        }
    }

    private async Task AcceptAndRunAsync(HttpContext context, Func<WebSocketConnection, Task> handler, IWebSocketLifetime? lifetime)
    {
        string? subProtocol = _subProtocols.Choose(context);
        var metrics = MetricsOf(context);
        var channel = await Acceptance.AcceptAsync(context, subProtocol, _limits, metrics, _connections.Time);
        WebSocketTracing.EndRequest(context, metrics.Route);
        long begin = _connections.Time.GetTimestamp();
        metrics.OnOpened();
        _connections.Add(channel);
        _draining.CloseIfUnderWay(channel);
        var connection = new WebSocketConnection(context, channel, _json, _logger) { SubProtocol = subProtocol };
        try
        {
            LogOpened(connection, metrics.Route);
            var close = await RunHandlerAsync(connection, handler, lifetime);
            channel.ReturnLoan();
            await channel.CloseAsync(close);
            channel.Release();
            await TellOfEndAsync(connection, lifetime);
        }
        finally
        {
            _connections.Remove(channel);
            var duration = _connections.Time.GetElapsedTime(begin);
            metrics.OnClosed(connection.CloseStatus, duration);
            LogClosed(connection, duration);
        }
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

    private void LogOpened(WebSocketConnection connection, string? route)
    {
        // Most connections are never asked for their id, and then have none.
        if (_logger.IsEnabled(LogLevel.Debug))
        {
            ConnectionLog.Opened(_logger, connection.Id, route, connection.SubProtocol);
        }
    }

    private void LogClosed(WebSocketConnection connection, TimeSpan duration)
    {
        if (_logger.IsEnabled(LogLevel.Debug))
        {
            ConnectionLog.Closed(_logger, connection.Id, duration, (int?)connection.CloseStatus, connection.CloseReason);
        }
    }

    private static HandshakeRefusal? CheckHeaders(HttpContext context) =>
        Acceptance.IsByHost(context) ? null
        : VersionCheck.Check(context) ?? (UpgradeRequest.IsExtendedConnect(context) ? null : KeyCheck.Check(context));

    private async Task<ClosePayload> RunHandlerAsync(WebSocketConnection connection, Func<WebSocketConnection, Task> handler, IWebSocketLifetime? lifetime)
    {
        try
        {
            await (lifetime?.OnConnectedAsync(connection) ?? Task.CompletedTask);
            await handler(connection);
            return HandlerReturned;
        }
        catch (Exception exception) when (connection.Closed.IsCancellationRequested && exception is OperationCanceledException or WebSocketException)
        {
            // The client went while the handler was about to send, or waited for something else.
            ConnectionLog.HandlerInterrupted(_logger, exception, connection.Id);
            return HandlerReturned;
        }
#pragma warning disable CA1031 // Whatever a handler throws ends its connection and nothing else.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (!await ExceptionHandlers.TryHandleAsync(connection, exception, _logger))
            {
                ConnectionLog.HandlerFailed(_logger, exception, connection.Id);
            }

            return HandlerFailed;
        }
    }

    private async Task TellOfEndAsync(WebSocketConnection connection, IWebSocketLifetime? lifetime)
    {
        try
        {
            await (lifetime?.OnDisconnectedAsync(connection) ?? Task.CompletedTask);
        }
#pragma warning disable CA1031 // The connection has ended well, whatever is made of that.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            if (!await ExceptionHandlers.TryHandleAsync(connection, exception, _logger))
            {
                ConnectionLog.DisconnectFailed(_logger, exception, connection.Id);
            }
        }
    }
}
