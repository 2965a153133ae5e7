using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Upwire.Redis;

/// <summary>The backplane over Redis: its publish and subscribe, bounded in what is under way to it.</summary>
/// <remarks>
/// The order of what is published is the client's: it writes messages, or puts them into its backlog, in the order of the calls, to one
/// connection for each server.
/// </remarks>
internal sealed class RedisBackplane : IUpwireBackplane, IAsyncDisposable
{
    /// <summary>What a message takes in the client beside its own bytes.</summary>
    private const int MessageOverhead = 256;

    private readonly UpwireRedisOptions _options;
    private readonly RedisConnection _connection;
    private readonly RedisChannels _channels;
    private readonly PublishBudget _budget;
    private readonly ChannelSequence _sequence = new();
    private readonly ConcurrentDictionary<string, RedisSubscription> _subscriptions = new();
    private IUpwireBackplaneReceiver? _receiver;

    public RedisBackplane(IOptions<UpwireRedisOptions> options, IServiceProvider services, ILoggerFactory loggers)
    {
        _options = options.Value;
        _connection = new RedisConnection(_options, services, loggers.CreateLogger(RedisLog.Category));
        _channels = new RedisChannels(_options.Prefix, _options.Sharded);
        _budget = new PublishBudget(_options.MaxPendingBytes);
        _connection.Changed += _budget.ForgetAbandoned;
    }

    public Task StartAsync(IUpwireBackplaneReceiver receiver, CancellationToken cancellationToken)
    {
        _receiver = receiver;
        return _connection.StartAsync(cancellationToken);
    }

    public async Task SubscribeAsync(string channel, CancellationToken cancellationToken)
    {
        var subscription = new RedisSubscription(channel, _receiver!);
        _subscriptions[channel] = subscription;
        var opening = _sequence.RunAsync(channel, () => OpenAsync(subscription));
        try
        {
            await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            RedisFailure.Ignore(opening);
            _ = EndAsync(subscription);
            throw;
        }
        catch
        {
            _subscriptions.TryRemove(KeyValuePair.Create(channel, subscription));
            throw;
        }
    }

    public Task UnsubscribeAsync(string channel, CancellationToken cancellationToken) =>
        _subscriptions.TryGetValue(channel, out var subscription) ? EndAsync(subscription).WaitAsync(cancellationToken) : Task.CompletedTask;

    public ValueTask PublishAsync(string channel, ReadOnlyMemory<byte> message)
    {
        if (!_connection.TryGet(out var connection))
        {
            return ValueTask.FromException(RedisFailure.NotConnected(_connection.EndPoints));
        }

        long bytes = message.Length + channel.Length + MessageOverhead;
        return _budget.TryReserve(bytes)
            ? new(AwaitAnswerAsync(SendAsync(connection, channel, message), bytes))
            : ValueTask.FromException(RedisFailure.TooMuchPending(_connection.EndPoints, _options.MaxPendingBytes));
    }

    public async ValueTask DisposeAsync()
    {
        // A connection that is closed here takes its subscriptions with it.
        var ends = _subscriptions.Values.Select(EndAsync).ToArray();
        if (!_connection.IsOwned)
        {
            await Task.WhenAll(ends).ConfigureAwait(false);
        }

        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private Task<long> SendAsync(IConnectionMultiplexer connection, string channel, ReadOnlyMemory<byte> message)
    {
        try
        {
            return connection.GetSubscriber().PublishAsync(_channels.Get(channel, connection), message, RedisChannels.PublishFlags);
        }
        catch (Exception exception)
        {
            return Task.FromException<long>(exception);
        }
    }

    private async Task AwaitAnswerAsync(Task<long> sent, long bytes)
    {
        try
        {
            await sent.ConfigureAwait(false);
            _budget.Answered(bytes);
        }
        catch (TimeoutException)
        {
            _budget.Abandon(bytes);
            throw;
        }
        catch
        {
            _budget.Return(bytes);
            throw;
        }
    }

    private async Task OpenAsync(RedisSubscription subscription)
    {
        if (!_connection.TryGet(out var connection))
        {
            throw RedisFailure.NotConnected(_connection.EndPoints);
        }

        var subscriber = connection.GetSubscriber();
        var channel = _channels.Get(subscription.Channel, connection);
        await _connection.WaitForSubscriberAsync(subscriber, channel).ConfigureAwait(false);
        await subscription.OpenAsync(subscriber, channel).ConfigureAwait(false);
    }

    private Task EndAsync(RedisSubscription subscription)
    {
        subscription.End();
        _subscriptions.TryRemove(KeyValuePair.Create(subscription.Channel, subscription));
        return _sequence.RunAsync(subscription.Channel, subscription.CloseAsync);
    }
}
