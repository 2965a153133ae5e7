using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Upwire.Runtime.Tests;

/// <summary>What holds between nodes: order, counts, leases, and what becomes of it all while the engine is away.</summary>
public sealed class NodeTests : IAsyncDisposable
{
    private readonly Cluster _cluster = new();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Messages_of_one_node_to_one_group_arrive_in_order_and_once_however_the_engine_mixes_them()
    {
        var first = await _cluster.StartAsync();
        var second = await _cluster.StartAsync();
        CrowdMember[] members = [first.Enter("red", "blue"), second.Enter("red", "blue"), second.Enter("red")];
        _cluster.Engine.HoldsMessages = true;
        for (int i = 0; i < 100; i++)
        {
            await Within.Time(first.All.Group("red").SendAsync($"first red {i:000}"));
            await Within.Time(first.All.Group("blue").SendAsync($"first blue {i:000}"));
            await Within.Time(second.All.Group("red").SendAsync($"second red {i:000}"));
        }

        _cluster.Engine.DeliverHeld(new Random(1));

        foreach (var member in members)
        {
            var received = await member.ReceivedAsync();
            foreach (string sender in member == members[2] ? ["first red", "second red"] : new[] { "first red", "first blue", "second red" })
            {
                var own = received.Where(text => text.StartsWith(sender, StringComparison.Ordinal));
                Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{sender} {i:000}"), own);
            }
        }
    }

    [Fact]
    public async Task Members_are_counted_on_all_nodes()
    {
        var first = await _cluster.StartAsync();
        var second = await _cluster.StartAsync();
        first.Enter("red");
        second.Enter("red");
        second.Enter("red");
        second.Enter();

        Assert.Equal(3, await Within.Time(first.All.Group("red").CountEverywhereAsync()));
        Assert.Equal(3, await Within.Time(second.All.Group("red").CountEverywhereAsync()));
        Assert.Equal(0, await Within.Time(second.All.Group("none").CountEverywhereAsync()));
        Assert.Equal(4, await Within.Time(first.All.CountEverywhereAsync()));
        Assert.Single(first.All.Group("red"));
    }

    [Fact]
    public async Task Who_has_just_come_counts_when_it_knows_the_others()
    {
        var first = await _cluster.StartAsync();
        first.Enter("red");
        var second = await _cluster.StartAsync(isAcquainted: false);

        var counting = second.All.Group("red").CountEverywhereAsync().AsTask();
        Assert.False(counting.IsCompleted);
        _cluster.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(1, await Within.Time(counting));
    }

    [Fact]
    public async Task Without_a_backplane_everywhere_is_here()
    {
        await using var alone = new Crowd();
        alone.Enter("red");

        Assert.Equal(1, await Within.Time(alone.All.Group("red").CountEverywhereAsync()));
        Assert.Equal(1, await Within.Time(alone.All.CountEverywhereAsync()));
    }

    [Fact]
    public async Task A_node_that_dies_drops_out_of_the_counts_and_of_what_is_waited_for()
    {
        var first = await _cluster.StartAsync();
        var second = await _cluster.StartAsync();
        first.Enter("red");
        second.Enter("red");
        Cluster.BackplaneOf(second).IsCutOff = true;

        // Its lease lasts: it is waited for, but not for long.
        var counting = first.All.Group("red").CountEverywhereAsync().AsTask();
        Assert.False(counting.IsCompleted);
        _cluster.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await Within.Time(counting));

        for (int i = 0; i < 4; i++)
        {
            _cluster.Time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(1, await Within.Time(first.All.Group("red").CountEverywhereAsync()));
        Assert.Contains(_cluster.Log.Entries, entry => entry.Message.Contains($"The server {second.Directory.NodeId} was not heard of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_node_that_renews_its_lease_stays()
    {
        var first = await _cluster.StartAsync();
        var second = await _cluster.StartAsync();
        second.Enter("red");
        for (int i = 0; i < 10; i++)
        {
            _cluster.Time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(1, await Within.Time(first.All.Group("red").CountEverywhereAsync()));
        Assert.DoesNotContain(_cluster.Log.Entries, entry => entry.Message.Contains("was not heard of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_node_that_stops_is_waited_for_no_more()
    {
        var first = await _cluster.StartAsync();
        var second = await _cluster.StartAsync();
        first.Enter("red");
        second.Enter("red");

        await Cluster.StopAsync(second);
        Cluster.BackplaneOf(second).IsCutOff = true;

        Assert.Equal(1, await Within.Time(first.All.Group("red").CountEverywhereAsync()));
        Assert.Contains(_cluster.Log.Entries, entry => entry.Message == $"The server {second.Directory.NodeId} has gone.");
    }

    [Fact]
    public async Task While_the_engine_is_away_the_node_serves_its_own_and_senders_are_told()
    {
        var node = await _cluster.StartAsync();
        var member = node.Enter("red");
        _cluster.Engine.IsAway = true;

        var exception = await Assert.ThrowsAsync<UpwireBackplaneException>(() => Within.Time(node.All.Group("red").SendAsync("hello")));

        Assert.IsType<IOException>(exception.InnerException);
        await Assert.ThrowsAsync<UpwireBackplaneException>(() => Within.Time(node.All.Group("red").CountEverywhereAsync()));
        Assert.Equal(["hello"], await member.ReceivedAsync());
    }

    [Fact]
    public async Task Failures_are_counted_where_senders_do_not_want_to_be_told()
    {
        var node = await _cluster.StartAsync(backplane => backplane.Failures = BackplaneFailures.Count);
        using var failures = new MetricCollector<long>(
            node.Services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), TelemetryNames.Source, "upwire.backplane.failures");
        var member = node.Enter("red");
        _cluster.Engine.IsAway = true;

        await Within.Time(node.All.Group("red").SendAsync("hello"));

        Assert.Equal(["hello"], await member.ReceivedAsync());
        Assert.Equal(1, failures.GetMeasurementSnapshot().EvaluateAsCounter());
        Assert.Contains(_cluster.Log.Entries, entry => entry.Message.StartsWith("A message could not be sent to other servers", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_the_engine_does_not_take_in_time_was_not_sent_and_nobody_is_told_of_its_end(bool isCancelled)
    {
        var unobserved = new ConcurrentQueue<Exception>();
        TaskScheduler.UnobservedTaskException += OnUnobserved;
        var node = await _cluster.StartAsync();
        using var stop = new CancellationTokenSource();
        var acceptance = new TaskCompletionSource();
        _cluster.Engine.Acceptance = acceptance;

        var sending = node.All.Group("red").SendAsync("hello", stop.Token).AsTask();
        Assert.False(sending.IsCompleted);
        if (isCancelled)
        {
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Within.Time(sending));
        }
        else
        {
            _cluster.Time.Advance(TimeSpan.FromSeconds(5));
            var exception = await Assert.ThrowsAsync<UpwireBackplaneException>(() => Within.Time(sending));
            Assert.IsType<TimeoutException>(exception.InnerException);
        }

        acceptance.SetException(new IOException("Too late."));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        TaskScheduler.UnobservedTaskException -= OnUnobserved;
        Assert.Empty(unobserved);

        void OnUnobserved(object? sender, UnobservedTaskExceptionEventArgs e)
        {
            if (e.Exception.InnerException?.Message == "Too late.")
            {
                unobserved.Enqueue(e.Exception);
            }
        }
    }

    [Fact]
    public async Task Subscriptions_that_failed_are_made_when_the_engine_is_back()
    {
        _cluster.Engine.IsAway = true;
        var node = await _cluster.StartAsync();
        var member = node.Enter();
        var joining = node.All.Group("red").AddAsync(member.Connection).AsTask();
        Assert.False(joining.IsCompleted);

        _cluster.Engine.IsAway = false;
        _cluster.Time.Advance(Subscriptions.RetryDelay);
        await Within.Time(joining);
        var other = await _cluster.StartAsync();
        await Within.Time(other.All.Group("red").SendAsync("hello"));

        Assert.Equal(["hello"], await member.ReceivedAsync());
    }

    [Fact]
    public async Task Joining_can_be_waited_for()
    {
        var node = await _cluster.StartAsync();
        var member = node.Enter();
        var confirmation = new TaskCompletionSource();
        _cluster.Engine.Confirmation = confirmation;

        var joining = node.All.Group("red").AddAsync(member.Connection).AsTask();

        Assert.False(joining.IsCompleted);
        Assert.True(node.All.Group("red").Contains(member.Connection));
        confirmation.SetResult();
        Assert.True(await Within.Time(joining));
        Assert.Equal(1, _cluster.Engine.SubscribersOf("group/red"));
    }

    [Fact]
    public async Task However_fast_members_come_and_go_a_node_is_subscribed_to_what_it_has_members_for()
    {
        var node = await _cluster.StartAsync();
        var member = node.Enter();
        var confirmation = new TaskCompletionSource();
        _cluster.Engine.Confirmation = confirmation;
        var group = node.All.Group("red");

        // It goes and comes while the engine has not even confirmed that it came.
        group.Add(member.Connection);
        group.Remove(member.Connection);
        group.Add(member.Connection);
        group.Remove(member.Connection);
        confirmation.SetResult();
        _cluster.Engine.Confirmation = null;
        await Within.Time(group.AddAsync(member.Connection));
        Assert.Equal(1, _cluster.Engine.SubscribersOf("group/red"));

        group.Remove(member.Connection);
        Assert.Equal(0, _cluster.Engine.SubscribersOf("group/red"));
    }

    [Fact]
    public async Task A_client_that_has_no_room_for_what_comes_from_another_node_is_closed_as_nobody_can_wait_for_it()
    {
        var first = await _cluster.StartAsync();
        var second = await _cluster.StartAsync();
        var slow = second.Enter(
            limits: InMemoryTransport.DefaultLimits with { SlowClient = SlowClient.Wait, SendBufferSize = 20 }, output: InMemoryTransport.Options(pause: 1), groups: ["red"]);

        await Within.Time(first.All.Group("red").SendAsync("message0"));
        await slow.Transport.WhenFlushedAsync();
        await Within.Time(first.All.Group("red").SendAsync("message1"));
        await Within.Time(first.All.Group("red").SendAsync("message2"));

        Assert.Equal("message0", (await slow.Transport.ReceiveAsync()).Text);
        Assert.Equal("Close 1013 'client reads too slowly'", (await slow.Transport.ReceiveAsync()).ToString());
    }

    [Fact]
    public void What_nobody_understands_is_dropped_and_logged()
    {
        byte[] message = EnvelopeWriter.Message("node", Audience.Of(AudienceKind.Groups, "red", "blue") with { Except = ["id"] }, new SharedFrame([1, 2, 3], WebSocketMessageType.Binary)).ToArray();
        var read = new EnvelopeReader(message);
        Assert.Equal((EnvelopeKind.Message, "node"), (read.Kind, read.Node));
        var audience = read.ReadAudience();
        Assert.Equal((AudienceKind.Groups, "red blue", "id"), (audience.Kind, string.Join(' ', audience.Names), string.Join(' ', audience.Except)));
        Assert.Equal([1, 2, 3], read.ReadFrame().Payload.ToArray());

        // What is cut, or of other bytes, is read as something else or not at all; no other exception comes of it.
        for (int length = 0; length < message.Length; length++)
        {
            TryRead(message.AsSpan(0, length));
        }

        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] mutated = [.. message];
            mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            TryRead(mutated);
        }

        static void TryRead(ReadOnlySpan<byte> bytes)
        {
            try
            {
                var envelope = new EnvelopeReader(bytes);
                envelope.ReadAudience();
                envelope.ReadFrame();
            }
            catch (InvalidDataException)
            {
                // It says what is wrong.
            }
        }
    }

    [Fact]
    public async Task A_message_of_another_version_is_dropped_and_logged()
    {
        await _cluster.StartAsync();
        var stranger = new MemoryBackplane(_cluster.Engine);

        await stranger.PublishAsync("all", new byte[] { 99 });

        Assert.Contains(_cluster.Log.Entries, entry => entry.Message.Contains("Its version is 99", StringComparison.Ordinal));
    }
}
