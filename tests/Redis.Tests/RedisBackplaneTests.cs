namespace Upwire.Redis.Tests;

public sealed class RedisBackplaneTests(RedisFixture redis) : BackplaneTests, IClassFixture<RedisFixture>
{
    [Fact]
    public async Task Channels_are_plain_and_have_the_prefix()
    {
        var server = await redis.GetAsync();
        await using var node = await StartAsync();
        await node.SubscribeAsync("plain");

        Assert.Contains("upwire:plain", await server.AskAsync("PUBSUB CHANNELS"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channels_are_sharded_where_they_are_to_be()
    {
        var server = await redis.GetAsync();
        await using var node = await StartAsync(static options => options.Sharded = true);
        await node.SubscribeAsync("sharded");

        await node.PublishAsync("sharded", "1");

        Assert.Equal("1", await ReadTextAsync(node, "sharded"));
        Assert.Contains("upwire:sharded", await server.AskAsync("PUBSUB SHARDCHANNELS"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Redis_that_is_too_old_for_sharded_channels_says_so()
    {
        var server = await redis.GetAsync();

        // Without INFO and HELLO the client takes the server for what it is told.
        await using var node = await Node.StartAsync($"{server.Configuration},$INFO=,$HELLO=,version=6.2.0", static options => options.Sharded = true);

        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => node.SubscribeAsync("sharded"));
        Assert.Equal(
            $"Channels are to be sharded, but the Redis at {server.Configuration} has version 6.2.0, and only 7.0 and newer can. " +
            "Set UpwireRedisOptions.Sharded to false, or leave it null, on all nodes.",
            exception.Message);
        Assert.Equal(exception.Message, (await Assert.ThrowsAsync<NotSupportedException>(() => node.PublishAsync("sharded", "1"))).Message);
    }

    [Fact]
    public async Task A_subscription_that_ends_before_Redis_has_confirmed_it_ends_there_as_well()
    {
        var server = await redis.GetAsync();
        await using var node = await StartAsync();

        var subscribed = node.SubscribeAsync("brief");
        var ended = node.UnsubscribeAsync("brief");
        await subscribed;
        await ended;

        Assert.DoesNotContain("upwire:brief", await server.AskAsync("PUBSUB CHANNELS"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_needs_no_more_rights_than_the_documentation_says()
    {
        await using var node = await RestrictedUser.StartNodeAsync(await redis.GetAsync());
        await node.SubscribeAsync("news");
        await node.PublishAsync("news", "1");

        Assert.Equal("1", await ReadTextAsync(node, "news"));
    }

    internal override async Task<Node> StartAsync(Action<UpwireRedisOptions>? configure = null) => await Node.StartAsync((await redis.GetAsync()).Configuration, configure);
}
