using StackExchange.Redis;

namespace Chat;

/// <summary>The history that all servers share: a list in Redis for each room.</summary>
public sealed partial class RedisHistory(IConnectionMultiplexer redis, ILogger<RedisHistory> logger) : IChatHistory
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    public async Task AddAsync(string room, byte[] message)
    {
        var key = KeyOf(room);
        try
        {
            var transaction = redis.GetDatabase().CreateTransaction();
            _ = transaction.ListRightPushAsync(key, message);
            _ = transaction.ListTrimAsync(key, -IChatHistory.MaxMessages, -1);
            _ = transaction.KeyExpireAsync(key, Lifetime);
            await transaction.ExecuteAsync();
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            NotKept(logger, exception, room);
        }
    }

    public async Task<IReadOnlyList<byte[]>> ReadAsync(string room)
    {
        try
        {
            return [.. (await redis.GetDatabase().ListRangeAsync(KeyOf(room))).Select(static message => (byte[])message!)];
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            NotRead(logger, exception, room);
            return [];
        }
    }

    private static RedisKey KeyOf(string room) => $"chat:history:{room}";

    [LoggerMessage(1, LogLevel.Warning, "A message in the room {Room} is not in its history.")]
    private static partial void NotKept(ILogger logger, Exception exception, string room);

    [LoggerMessage(2, LogLevel.Warning, "The history of the room {Room} cannot be read.")]
    private static partial void NotRead(ILogger logger, Exception exception, string room);
}
