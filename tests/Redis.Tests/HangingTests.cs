using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using StackExchange.Redis;

namespace Upwire.Redis.Tests;

/// <summary>A Redis that is there, and does nothing.</summary>
public sealed class HangingTests
{
    [Fact]
    public async Task What_hangs_is_bounded_fails_in_time_and_goes_on_afterwards()
    {
        const int limit = 1024 * 1024;
        byte[] message = new byte[10 * 1024];
        await using var server = await RedisServer.StartedAsync();
        await using var publisher = await Node.StartAsync(server.Configuration, static options =>
        {
            options.MaxPendingBytes = limit;
            options.OperationTimeout = TimeSpan.FromSeconds(2);
        });
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

        Assert.InRange(stopwatch.Elapsed, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(20));

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
}
