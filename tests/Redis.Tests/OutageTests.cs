using System.Text;
using StackExchange.Redis;

namespace Upwire.Redis.Tests;

/// <summary>Redis away, and back.</summary>
public sealed class OutageTests
{
    private const int ConnectedId = 1;
    private const int LostId = 3;
    private const int RestoredId = 4;

    private const string Password = "s3cret";

    [Fact]
    public async Task A_node_starts_without_Redis_says_so_and_connects_when_it_is_there()
    {
        await using var server = new RedisServer("--requirepass", Password);
        await using var node = await Node.StartAsync($"{server.Configuration},password={Password}");

        var exception = await Assert.ThrowsAsync<RedisConnectionException>(() => node.PublishAsync("news", "lost"));
        Assert.Equal($"The backplane is not connected to Redis at {server.Configuration}. It goes on trying; until then this node is on its own.", exception.Message);
        await Assert.ThrowsAsync<RedisConnectionException>(() => node.SubscribeAsync("news"));
        Assert.Equal(1, node.Log.Count(nameof(RedisLog.Unreachable)));

        // The first attempt to connect may still be under way.
        await server.StartAsync();
        await Task.WhenAny(node.Log.FirstAsync(ConnectedId), node.Log.FirstAsync(RestoredId)).Unwrap();
        await node.InsistAsync(static node => node.SubscribeAsync("news"));
        await node.InsistAsync(static node => node.PublishAsync("news", "1"));

        Assert.Equal("1", Encoding.UTF8.GetString(await node.Received.NextAsync("news")));
        Assert.Equal(1, node.Log.Count(nameof(RedisLog.Restored)) + node.Log.Count(nameof(RedisLog.Connected)));
        Assert.Equal(1, node.Log.Count(nameof(RedisLog.Unreachable)));
        Assert.DoesNotContain(Password, node.Log.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "PUBSUB CHANNELS")]
    [InlineData(true, "PUBSUB SHARDCHANNELS")]
    public async Task Subscriptions_come_back_with_Redis_and_their_ends_do_not(bool isCluster, string channels)
    {
        await using var server = await (isCluster ? RedisServer.StartedClusterAsync() : RedisServer.StartedAsync());
        await using var publisher = await Node.StartAsync(server.Configuration);
        await using var subscriber = await Node.StartAsync(server.Configuration);
        await subscriber.SubscribeAsync("news");
        await subscriber.SubscribeAsync("ended");

        await server.KillAsync();
        await publisher.Log.FirstAsync(LostId);
        await subscriber.Log.FirstAsync(LostId);
        await Assert.ThrowsAsync<RedisConnectionException>(() => publisher.PublishAsync("news", "lost"));
        await subscriber.UnsubscribeAsync("ended");
        await server.StartAsync();
        await subscriber.Log.FirstAsync(RestoredId);

        var received = subscriber.Received.ComesAsync("news");
        for (int i = 0; !received.IsCompleted; i++)
        {
            await publisher.InsistAsync(node => node.PublishAsync("news", $"{i}"));
            await Task.WhenAny(received, Task.Delay(10, TestContext.Current.CancellationToken));
        }

        string subscribed = await server.AskAsync(channels);
        Assert.Contains("upwire:news", subscribed, StringComparison.Ordinal);
        Assert.DoesNotContain("upwire:ended", subscribed, StringComparison.Ordinal);
        Assert.Equal(1, subscriber.Log.Count(nameof(RedisLog.Lost)));
        Assert.Equal(1, subscriber.Log.Count(nameof(RedisLog.Restored)));
    }

    [Fact]
    public async Task A_name_that_means_no_server_is_a_Redis_that_is_away()
    {
        await using var node = await Node.StartAsync("nowhere.invalid:6379");

        Assert.Contains("nowhere.invalid:6379", (await Assert.ThrowsAsync<RedisConnectionException>(() => node.PublishAsync("news", "lost"))).Message, StringComparison.Ordinal);
    }
}
