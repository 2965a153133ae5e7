using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using StackExchange.Redis;

namespace Upwire.Redis.Tests;

/// <summary>Redis away, hanging, and back.</summary>
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

    [Fact]
    public async Task A_subscription_that_failed_leaves_nothing_behind()
    {
        await using var server = await RedisServer.StartedAsync();
        await using var node = await Node.StartAsync(server.Configuration);
        await server.SuspendAsync();
        await Assert.ThrowsAnyAsync<TimeoutException>(() => node.SubscribeAsync("failed"));

        await server.KillAsync();
        await server.StartAsync();
        await node.InsistAsync(static node => node.SubscribeAsync("news"));

        Assert.DoesNotContain("upwire:failed", await server.AskAsync("PUBSUB CHANNELS"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscriptions_come_back_with_Redis_and_their_ends_do_not()
    {
        await using var server = await RedisServer.StartedAsync();
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

        Assert.DoesNotContain("upwire:ended", await server.AskAsync("PUBSUB CHANNELS"), StringComparison.Ordinal);
        Assert.Equal(1, subscriber.Log.Count(nameof(RedisLog.Lost)));
        Assert.Equal(1, subscriber.Log.Count(nameof(RedisLog.Restored)));
    }

    [Fact]
    public async Task What_hangs_is_bounded_fails_in_time_and_goes_on_afterwards()
    {
        const int limit = 1024 * 1024;
        byte[] message = new byte[10 * 1024];
        await using var server = await RedisServer.StartedAsync();
        await using var publisher = await Node.StartAsync(server.Configuration, static options => options.MaxPendingBytes = limit);
        await using var subscriber = await Node.StartAsync(server.Configuration);
        await subscriber.SubscribeAsync("news");
        await publisher.PublishAsync("news", message);
        await subscriber.Received.NextAsync("news");

        await server.SuspendAsync();
        var stopwatch = Stopwatch.StartNew();
        var accepted = new List<Task>();
        Task last;
        while (!(last = publisher.Begin("news", message)).IsCompleted)
        {
            accepted.Add(last);
        }

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => last);
        Assert.Equal(
            $"Redis at {server.Configuration} takes less than is published: {limit} bytes are under way to it (UpwireRedisOptions.MaxPendingBytes). The message is dropped.",
            refusal.Message);
        Assert.InRange(accepted.Count, 1, limit / message.Length);

        // Nothing answers, so that each waits for the client's time limit, and no longer.
        foreach (var task in accepted)
        {
            await Assert.ThrowsAnyAsync<TimeoutException>(() => Within.Time(task));
        }

        Assert.InRange(stopwatch.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));

        // What timed out is still in the client: one message may find out whether Redis answers again.
        var probe = publisher.Begin("news", message);
        Assert.False(probe.IsCompleted);
        await Assert.ThrowsAsync<InvalidOperationException>(() => publisher.PublishAsync("news", message));

        await server.ResumeAsync();
        await publisher.InsistAsync(static node => node.PublishAsync("news", "again"));
        await probe.ContinueWith(static _ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);
        byte[] received;
        do
        {
            received = await subscriber.Received.NextAsync("news");
        }
        while (received.Length == message.Length);

        Assert.Equal("again", Encoding.UTF8.GetString(received));
    }

    [Fact]
    public async Task A_server_that_takes_connections_and_says_nothing_does_not_hold_up_the_start()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var stopwatch = Stopwatch.StartNew();

        await using var node = await Node.StartAsync($"{silent.LocalEndpoint},connectTimeout=20000");

        Assert.InRange(stopwatch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Contains($"{silent.LocalEndpoint}", (await Assert.ThrowsAsync<RedisConnectionException>(() => node.PublishAsync("news", "lost"))).Message, StringComparison.Ordinal);
        Assert.Equal(1, node.Log.Count(nameof(RedisLog.Unreachable)));
    }

    [Fact]
    public async Task A_name_that_means_no_server_is_a_Redis_that_is_away()
    {
        await using var node = await Node.StartAsync("nowhere.invalid:6379");

        Assert.Contains("nowhere.invalid:6379", (await Assert.ThrowsAsync<RedisConnectionException>(() => node.PublishAsync("news", "lost"))).Message, StringComparison.Ordinal);
    }

}
