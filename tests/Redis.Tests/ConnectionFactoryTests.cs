using System.Text;
using StackExchange.Redis;

namespace Upwire.Redis.Tests;

/// <summary>A connection that the application has already.</summary>
public sealed class ConnectionFactoryTests(GarnetFixture garnet) : IClassFixture<GarnetFixture>
{
    [Fact]
    public async Task The_connection_of_the_application_is_used_and_left_open_without_subscriptions()
    {
        await using var multiplexer = await ConnectionMultiplexer.ConnectAsync(garnet.Configuration);
        await using (var node = await Node.StartAsync(options => options.ConnectionFactory = _ => Task.FromResult<IConnectionMultiplexer>(multiplexer)))
        {
            await node.SubscribeAsync("news");
            await node.PublishAsync("news", "1");
            Assert.Equal("1", Encoding.UTF8.GetString(await node.Received.NextAsync("news")));
        }

        Assert.True(multiplexer.IsConnected);
        Assert.Equal(0, await multiplexer.GetSubscriber().PublishAsync(RedisChannel.Literal("upwire:news"), "2"));
    }

    [Fact]
    public async Task Two_backplanes_may_share_a_connection()
    {
        await using var multiplexer = await ConnectionMultiplexer.ConnectAsync(garnet.Configuration);
        await using var first = await Node.StartAsync(options => options.ConnectionFactory = _ => Task.FromResult<IConnectionMultiplexer>(multiplexer));
        await using var second = await Node.StartAsync(options => options.ConnectionFactory = _ => Task.FromResult<IConnectionMultiplexer>(multiplexer));
        await first.SubscribeAsync("news");
        await second.SubscribeAsync("news");
        await first.UnsubscribeAsync("news");

        await first.PublishAsync("news", "1");

        Assert.Equal("1", Encoding.UTF8.GetString(await second.Received.NextAsync("news")));
        Assert.False(first.Received.ComesAsync("news").IsCompleted);
    }

    [Fact]
    public async Task A_factory_that_cannot_reach_Redis_is_asked_again()
    {
        int calls = 0;
        await using var node = await Node.StartAsync(options => options.ConnectionFactory = async _ =>
            ++calls == 1
                ? throw new RedisConnectionException(ConnectionFailureType.UnableToConnect, CommandFlags.None, "It is away.", innerException: null, CommandStatus.Unknown)
                : await ConnectionMultiplexer.ConnectAsync(garnet.Configuration));

        await node.InsistAsync(static node => node.PublishAsync("news", "1"));

        Assert.Equal(2, calls);
        Assert.Equal(1, node.Log.Count(nameof(RedisLog.Unreachable)));
        Assert.Equal(1, node.Log.Count(nameof(RedisLog.Connected)));
    }

    [Fact]
    public async Task A_factory_that_is_wrong_ends_the_start()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Node.StartAsync(static options => options.ConnectionFactory = static _ => Task.FromResult<IConnectionMultiplexer>(null!)));

        Assert.Equal("UpwireRedisOptions.ConnectionFactory has returned null.", exception.Message);
    }
}
