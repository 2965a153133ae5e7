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
}
