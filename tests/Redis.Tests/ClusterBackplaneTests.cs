namespace Upwire.Redis.Tests;

public sealed class ClusterBackplaneTests(ClusterFixture cluster) : BackplaneTests, IClassFixture<ClusterFixture>
{
    [Fact]
    public async Task Channels_are_sharded()
    {
        var server = await cluster.GetAsync();
        await using var node = await StartAsync();
        await node.SubscribeAsync("sharded");

        Assert.Contains("upwire:sharded", await server.AskAsync("PUBSUB SHARDCHANNELS"), StringComparison.Ordinal);
        Assert.DoesNotContain("upwire:sharded", await server.AskAsync("PUBSUB CHANNELS"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channels_are_plain_where_they_are_to_be()
    {
        var server = await cluster.GetAsync();
        await using var node = await StartAsync(static options => options.Sharded = false);
        await node.SubscribeAsync("plain");

        await node.PublishAsync("plain", "1");

        Assert.Equal("1", await ReadTextAsync(node, "plain"));
        Assert.Contains("upwire:plain", await server.AskAsync("PUBSUB CHANNELS"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Channels_of_a_cluster_that_is_too_old_are_plain()
    {
        var server = await cluster.GetAsync();
        await using var node = await Node.StartAsync($"{server.Configuration},$INFO=,$HELLO=,version=6.2.0");
        await node.SubscribeAsync("old");

        await node.PublishAsync("old", "1");

        Assert.Equal("1", await ReadTextAsync(node, "old"));
        Assert.Contains("upwire:old", await server.AskAsync("PUBSUB CHANNELS"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_needs_no_more_rights_than_the_documentation_says()
    {
        await using var node = await RestrictedUser.StartNodeAsync(await cluster.GetAsync());
        await node.SubscribeAsync("news");
        await node.PublishAsync("news", "1");

        Assert.Contains("chat:news", await (await cluster.GetAsync()).AskAsync("PUBSUB SHARDCHANNELS"), StringComparison.Ordinal);
        Assert.Equal("1", await ReadTextAsync(node, "news"));
    }

    internal override async Task<Node> StartAsync(Action<UpwireRedisOptions>? configure = null) => await Node.StartAsync((await cluster.GetAsync()).Configuration, configure);
}
