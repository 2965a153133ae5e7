using StackExchange.Redis;

namespace Upwire.Redis;

/// <summary>One channel that this node listens to, from the call that subscribes to the one that ends it.</summary>
internal sealed class RedisSubscription(string channel, IUpwireBackplaneReceiver receiver)
{
    private volatile bool _hasEnded;
    private ChannelMessageQueue? _queue;

    public string Channel => channel;

    /// <summary>Subscribes, and hands over what comes: a <see cref="ChannelMessageQueue"/> keeps the order, as no other way to subscribe does.</summary>
    public async Task OpenAsync(ISubscriber subscriber, RedisChannel redisChannel)
    {
        if (_hasEnded)
        {
            return;
        }

        try
        {
            _queue = await subscriber.SubscribeAsync(redisChannel, RedisChannels.SubscribeFlags).ConfigureAwait(false);
        }
        catch
        {
            // The client keeps a subscription that failed, with a queue that nobody could read, and makes it anew when it can.
            await RemoveAsync(subscriber, redisChannel).ConfigureAwait(false);
            throw;
        }

        _queue.OnMessage(Deliver);
    }

    /// <summary>From now on, nothing is handed over.</summary>
    public void End() => _hasEnded = true;

    /// <summary>Tells Redis, too. Where that is away there is nobody to tell, and the client does not subscribe anew.</summary>
    public async Task CloseAsync()
    {
        if (_queue is null)
        {
            return;
        }

        try
        {
            await _queue.UnsubscribeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisFailure.IsTransient(exception) || exception is ObjectDisposedException)
        {
        }
    }

    private static async Task RemoveAsync(ISubscriber subscriber, RedisChannel redisChannel)
    {
        try
        {
            await subscriber.UnsubscribeAsync(redisChannel, flags: CommandFlags.FireAndForget).ConfigureAwait(false);
        }
        catch (Exception exception) when (RedisFailure.IsTransient(exception))
        {
        }
    }

    private void Deliver(ChannelMessage message)
    {
        if (!_hasEnded)
        {
            receiver.OnMessage(channel, ((ReadOnlyMemory<byte>)message.Message).Span);
        }
    }
}
