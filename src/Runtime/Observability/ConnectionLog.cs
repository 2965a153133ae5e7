using Microsoft.Extensions.Logging;

namespace Upwire;

/// <summary>What the log tells of connections.</summary>
internal static partial class ConnectionLog
{
    public const string Category = "Upwire.WebSockets";

    [LoggerMessage(1, LogLevel.Error, "The handler of the WebSocket connection {ConnectionId} failed; the connection is closed with 1011.")]
    public static partial void HandlerFailed(ILogger logger, Exception exception, string connectionId);

    [LoggerMessage(2, LogLevel.Debug, "The handler of the WebSocket connection {ConnectionId} was interrupted by the end of the connection.")]
    public static partial void HandlerInterrupted(ILogger logger, Exception exception, string connectionId);

    [LoggerMessage(3, LogLevel.Information, "A message on the WebSocket connection {ConnectionId} is no JSON of the type {Type}, at {Path}; the connection is closed with 1007.")]
    public static partial void InvalidJson(ILogger logger, string connectionId, Type type, string? path);

    [LoggerMessage(4, LogLevel.Information, "A message on the WebSocket connection {ConnectionId} is not valid: {Failures}; the connection is closed with 1007.")]
    public static partial void InvalidMessage(ILogger logger, string connectionId, string failures);

    [LoggerMessage(5, LogLevel.Error, "OnDisconnectedAsync failed after the end of the WebSocket connection {ConnectionId}.")]
    public static partial void DisconnectFailed(ILogger logger, Exception exception, string connectionId);

    [LoggerMessage(6, LogLevel.Error, "The exception handler {Handler} failed on the WebSocket connection {ConnectionId}.")]
    public static partial void ExceptionHandlerFailed(ILogger logger, Exception exception, Type handler, string connectionId);

    [LoggerMessage(7, LogLevel.Debug, "A request for the WebSocket {Route} was refused with {StatusCode}: {Detail}")]
    public static partial void Refused(ILogger logger, string? route, int statusCode, string detail);

    [LoggerMessage(8, LogLevel.Debug, "The WebSocket connection {ConnectionId} to {Route} is open, sub-protocol {SubProtocol}.", SkipEnabledCheck = true)]
    public static partial void Opened(ILogger logger, string connectionId, string? route, string? subProtocol);

    [LoggerMessage(9, LogLevel.Debug, "The WebSocket connection {ConnectionId} has ended after {Duration}, close code {CloseCode}, reason '{CloseReason}'.", SkipEnabledCheck = true)]
    public static partial void Closed(ILogger logger, string connectionId, TimeSpan duration, int? closeCode, string? closeReason);

    [LoggerMessage(10, LogLevel.Information, "The server stops: {Count} WebSocket connections are closed, in batches of {BatchSize}.")]
    public static partial void DrainBegins(ILogger logger, int count, int batchSize);

    [LoggerMessage(11, LogLevel.Warning, "{Count} WebSocket connections have not ended within {DrainTimeout} and are cut.")]
    public static partial void DrainTimedOut(ILogger logger, int count, TimeSpan drainTimeout);

    [LoggerMessage(12, LogLevel.Error, "The WebSocket connection {ConnectionId} was cut: what the client sent could not be read, and not by its fault. This is a defect of Upwire's or of the transport's.")]
    public static partial void Faulted(ILogger logger, Exception exception, string connectionId);
}
