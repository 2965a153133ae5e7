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
    private readonly ILogger _logger;

    internal WebSocketEndpoint(WebSocketSettings settings, IServiceProvider services)
    {
        var application = services.GetRequiredService<IOptions<UpwireOptions>>().Value.WebSockets;
        _limits = ConnectionLimits.Resolve(settings, application);
        _subProtocols = SubProtocols.Resolve(settings, application);
        _origins = AllowedOrigins.Resolve(settings, application);
        _connections = services.GetRequiredService<OpenConnections>();
        _quota = services.GetRequiredService<ConnectionQuota>();
        _draining = services.GetRequiredService<Draining>();
        _json = new(ApplicationJson.Options(services));
        _logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(ConnectionLog.Category);
    }

    /// <summary>Takes the steps of the handshake that come before the binding of parameters.</summary>
    /// <param name="context">The request.</param>
    /// <returns>Whether the request was refused, and the answer written.</returns>
    public async ValueTask<bool> RejectAsync(HttpContext context)
    {
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

        await refusal.WriteAsync(context);
        return true;
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
            ? refusal.WriteAsync(context)
            : TakePlaceAndRunAsync(context, subProtocol, handler, lifetime);
    }

    private async Task TakePlaceAndRunAsync(HttpContext context, string? subProtocol, Func<WebSocketConnection, Task> handler, IWebSocketLifetime? lifetime)
    {
        // The last place may have gone while the parameters were bound.
        if (_quota.Take(context) is { } refusal)
        {
            await refusal.WriteAsync(context);
            return;
        }

        try
        {
            await AcceptAndRunAsync(context, subProtocol, handler, lifetime);
        }
        finally
        {
            _quota.Return(context);
        }
    }

    private async Task AcceptAndRunAsync(HttpContext context, string? subProtocol, Func<WebSocketConnection, Task> handler, IWebSocketLifetime? lifetime)
    {
        var channel = await Acceptance.AcceptAsync(context, subProtocol, _limits, _connections.Time);
        _connections.Add(channel);
        _draining.CloseIfUnderWay(channel);
        try
        {
            var connection = new WebSocketConnection(context, channel, _json, _logger) { SubProtocol = subProtocol };
            var close = await RunHandlerAsync(connection, handler, lifetime);
            channel.ReturnLoan();
            await channel.CloseAsync(close);
            channel.Release();
            await TellOfEndAsync(connection, lifetime);
        }
        finally
        {
            _connections.Remove(channel);
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
