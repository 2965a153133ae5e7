using System.Net.Sockets;
using StackExchange.Redis;

namespace Upwire.Redis;

/// <summary>What is wrong when something does not reach Redis.</summary>
internal static class RedisFailure
{
    /// <summary>Whether it may go well the next time, and nobody's code is at fault.</summary>
    public static bool IsTransient(Exception exception) => exception is RedisException or TimeoutException or SocketException or IOException;

    /// <summary>Nobody waits for the task any more: if it fails, nobody is to be told.</summary>
    public static void Ignore(Task task) =>
        task.ContinueWith(static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    public static RedisConnectionException NotConnected(string endPoints) =>
        new(
            ConnectionFailureType.UnableToConnect,
            CommandFlags.None,
            $"The backplane is not connected to Redis at {endPoints}. It goes on trying; until then this node is on its own.",
            innerException: null,
            CommandStatus.Unknown);

    public static InvalidOperationException TooMuchPending(string endPoints, long limit) =>
        new($"Redis at {endPoints} takes less than is published: {limit} bytes are under way to it ({nameof(UpwireRedisOptions)}.{nameof(UpwireRedisOptions.MaxPendingBytes)}). The message is dropped.");
}
