using StackExchange.Redis;

namespace Upwire.Redis;

/// <summary>One channel that this node listens to, from the call that subscribes to the one that ends it.</summary>
internal sealed class RedisSubscription(string channel, IUpwireBackplaneReceiver receiver)
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _lastDelivered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isDelivering;
    private bool _hasEnded;
    private ChannelMessageQueue? _queue;

    public string Channel => channel;

    /// <summary>Subscribes, and hands over what comes: a <see cref="ChannelMessageQueue"/> keeps the order, as no other way to subscribe does.</summary>
    public async Task OpenAsync(ISubscriber subscriber, RedisChannel redisChannel)
    {
        if (_lastDelivered.Task.IsCompleted)
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

    /// <summary>From now on nothing is handed over, but for what is being so.</summary>
    public void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
            TellLast();
        }
    }

    /// <summary>
    /// Tells Redis, too, and waits for the message that is being handed over, so that none of a later subscription overtakes it. Where Redis is
    /// away there is nobody to tell, and the client does not subscribe anew.
    /// </summary>
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

        await _lastDelivered.Task.ConfigureAwait(false);
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
        lock (_gate)
        {
            if (_hasEnded)
            {
                return;
            }

            _isDelivering = true;
        }

        try
        {
            receiver.OnMessage(channel, ((ReadOnlyMemory<byte>)message.Message).Span);
        }
        finally
        {
            lock (_gate)
            {
                _isDelivering = false;
                TellLast();
            }
        }
    }

    private void TellLast()
    {
        if (_hasEnded && !_isDelivering)
        {
            _lastDelivered.TrySetResult();
        }
    }
}
