using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Upwire;

/// <summary>Keeps each connection of an endpoint from its first byte to its last.</summary>
internal sealed class ConnectionRunner(ConnectionLimits limits, IServiceProvider services, ILogger logger)
{
    private static readonly ClosePayload HandlerReturned = new(WebSocketCloseStatus.NormalClosure, "");
    private static readonly ClosePayload HandlerFailed = new(WebSocketCloseStatus.InternalServerError, "");

    private readonly OpenConnections _connections = services.GetRequiredService<OpenConnections>();
    private readonly ConnectionDirectory _directory = services.GetRequiredService<ConnectionDirectory>();
    private readonly ConnectionQuota _quota = services.GetRequiredService<ConnectionQuota>();
    private readonly Draining _draining = services.GetRequiredService<Draining>();
    private readonly MessageJson _json = new(ApplicationJson.Options(services));

    /// <summary>Accepts the connection, runs its handler, closes it, and gives its place back.</summary>
    public async Task RunAsync(
        HttpContext context,
        string? subProtocol,
        EndpointMetrics metrics,
        Func<WebSocketConnection, Task> handler,
        IWebSocketLifetime? lifetime)
    {
        try
        {
            var channel = await Acceptance.AcceptAsync(context, subProtocol, limits, metrics, _connections.Time);
            var connection = new WebSocketConnection(context, channel, _json, logger) { SubProtocol = subProtocol, Directory = _directory };
            long begin = _connections.Time.GetTimestamp();
            OnOpened(connection, channel, metrics);
            try
            {
                // Here, and not in a method of its own, whose state machine each connection would hold for as long as it is open.
                var close = HandlerReturned;
                try
                {
                    await (lifetime?.OnConnectedAsync(connection) ?? Task.CompletedTask);
                    await handler(connection);
                }
#pragma warning disable CA1031 // Whatever a handler throws ends its connection and nothing else.
                catch (Exception exception)
#pragma warning restore CA1031
                {
                    close = await OnHandlerThrewAsync(connection, exception);
                }

                channel.ReturnLoan();
                await channel.CloseAsync(close);
                channel.Release();
                _directory.Leave(connection);
                await TellOfEndAsync(connection, lifetime);
            }
            finally
            {
                OnClosed(connection, channel, metrics, begin);
            }
        }
        finally
        {
            _quota.Return(context);
        }
    }

    private void OnOpened(WebSocketConnection connection, WebSocketChannel channel, EndpointMetrics metrics)
    {
        WebSocketTracing.EndRequest(connection.HttpContext, metrics.Route);
        metrics.OnOpened();
        _connections.Add(channel);
        _directory.Enter(connection);
        _draining.CloseIfUnderWay(channel);

        // Most connections are never asked for their id, and then have none.
        if (logger.IsEnabled(LogLevel.Debug))
        {
            ConnectionLog.Opened(logger, connection.Id, metrics.Route, connection.SubProtocol);
        }
    }

    private void OnClosed(WebSocketConnection connection, WebSocketChannel channel, EndpointMetrics metrics, long begin)
    {
        _directory.Leave(connection);
        _connections.Remove(channel);
        if (channel.Fault is { } fault)
        {
            ConnectionLog.Faulted(logger, fault, connection.Id);
        }

        var duration = _connections.Time.GetElapsedTime(begin);
        metrics.OnClosed(connection.CloseStatus, duration);
        if (logger.IsEnabled(LogLevel.Debug))
        {
            ConnectionLog.Closed(logger, connection.Id, duration, (int?)connection.CloseStatus, connection.CloseReason);
        }
    }

    private async Task<ClosePayload> OnHandlerThrewAsync(WebSocketConnection connection, Exception exception)
    {
        if (connection.Closed.IsCancellationRequested && exception is OperationCanceledException or WebSocketException)
        {
            // The client went while the handler was about to send, or waited for something else.
            ConnectionLog.HandlerInterrupted(logger, exception, connection.Id);
            return HandlerReturned;
        }

        if (!await ExceptionHandlers.TryHandleAsync(connection, exception, logger))
        {
            ConnectionLog.HandlerFailed(logger, exception, connection.Id);
        }

        return HandlerFailed;
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
            if (!await ExceptionHandlers.TryHandleAsync(connection, exception, logger))
            {
                ConnectionLog.DisconnectFailed(logger, exception, connection.Id);
            }
        }
    }
}
