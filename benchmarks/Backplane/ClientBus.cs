using StackExchange.Redis;

namespace Benchmarks;

/// <summary>StackExchange.Redis alone, called as SignalR's backplane calls it: nothing is bounded, and queues keep the order.</summary>
internal sealed class ClientBus : IBus
{
    private readonly ConnectionMultiplexer _publisher;
    private readonly ConnectionMultiplexer _subscriber;

    private ClientBus(ConnectionMultiplexer publisher, ConnectionMultiplexer subscriber)
    {
        _publisher = publisher;
        _subscriber = subscriber;
    }

    public string Name => "the client alone";

    public static async Task<IBus> StartAsync(string configuration) =>
        new ClientBus(await ConnectionMultiplexer.ConnectAsync(configuration), await ConnectionMultiplexer.ConnectAsync(configuration));

    public async Task SubscribeAsync(string channel, Action received)
    {
        var queue = await _subscriber.GetSubscriber().SubscribeAsync(RedisChannel.Literal(channel));
        queue.OnMessage(_ => received());
    }

    public Task PublishAsync(string channel, ReadOnlyMemory<byte> message) => _publisher.GetSubscriber().PublishAsync(RedisChannel.Literal(channel), message);

    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        await _subscriber.DisposeAsync();
    }
}
