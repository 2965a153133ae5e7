using System.Text;

namespace Upwire.Redis.Tests;

/// <summary>Sharded channels on a cluster of several servers.</summary>
public sealed class ShardedClusterTests
{
    [Fact]
    public async Task Channels_are_spread_over_the_servers_and_those_of_the_others_go_on_when_one_dies()
    {
        await using var cluster = await RedisCluster.StartAsync(3);
        await using var publisher = await Node.StartAsync(cluster.Configuration);
        await using var subscriber = await Node.StartAsync(cluster.Configuration);
        string[] channels = [.. Enumerable.Range(0, 30).Select(static i => $"news-{i}-")];
        foreach (string channel in channels)
        {
            await subscriber.SubscribeAsync(channel);
        }

        await ExpectDeliveryAsync(publisher, subscriber, channels, "before");
        var byServer = new List<string[]>();
        foreach (var server in cluster.Servers)
        {
            string listed = await server.AskAsync("PUBSUB SHARDCHANNELS");
            byServer.Add([.. channels.Where(channel => listed.Contains($"upwire:{channel}", StringComparison.Ordinal))]);
        }

        Assert.All(byServer, Assert.NotEmpty);
        Assert.Equal(channels.Order(), byServer.SelectMany(static channels => channels).Order());

        await cluster.Servers[2].KillAsync();

        await ExpectDeliveryAsync(publisher, subscriber, [.. byServer[0], .. byServer[1]], "after");
        Assert.NotNull(await Record.ExceptionAsync(() => publisher.PublishAsync(byServer[2][0], "lost")));
    }

    private static async Task ExpectDeliveryAsync(Node publisher, Node subscriber, string[] channels, string message)
    {
        foreach (string channel in channels)
        {
            await publisher.PublishAsync(channel, message);
            Assert.Equal(message, Encoding.UTF8.GetString(await subscriber.Received.NextAsync(channel)));
        }
    }
}
