using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Upwire.Redis;

/// <summary>What the log tells of the connection to Redis.</summary>
internal static partial class RedisLog
{
    public const string Category = "Upwire.Redis";

    [LoggerMessage(1, LogLevel.Information, "The backplane is connected to Redis at {EndPoints}; channels are called {Prefix}:*.")]
    public static partial void Connected(ILogger logger, string endPoints, string prefix);

    [LoggerMessage(2, LogLevel.Warning, "Redis at {EndPoints} cannot be reached. The backplane goes on trying; until then this node is on its own.")]
    public static partial void Unreachable(ILogger logger, Exception? exception, string endPoints);

    [LoggerMessage(3, LogLevel.Warning, "The connection to Redis at {EndPoint} was lost: {FailureType}. The backplane goes on trying; until then messages between nodes are lost.")]
    public static partial void Lost(ILogger logger, Exception? exception, string endPoint, ConnectionFailureType failureType);

    [LoggerMessage(4, LogLevel.Information, "The connection to Redis at {EndPoint} is there again.")]
    public static partial void Restored(ILogger logger, string endPoint);

    [LoggerMessage(5, LogLevel.Error, "The backplane cannot connect to Redis and does not try again: this node stays on its own.")]
    public static partial void ConnectFailed(ILogger logger, Exception exception);
}
