using Microsoft.Extensions.Time.Testing;

namespace Upwire.Runtime.Tests;

/// <summary>How a message goes to many: in which order, and what one who does not read does to the others and the sender.</summary>
public sealed class BroadcastTests : IAsyncDisposable
{
    // Behind the first message, which the transport has taken and the client has not; each is a frame of 10 bytes.
    private const int RoomForThree = 40;

    private readonly FakeTimeProvider _time = new();
    private readonly Crowd _crowd;

    public BroadcastTests() => _crowd = new(_time);

    public ValueTask DisposeAsync() => _crowd.DisposeAsync();

    [Fact]
    public async Task Messages_of_one_sender_arrive_in_its_order_at_each_member()
    {
        CrowdMember[] members = [.. Enumerable.Range(0, 20).Select(_ => _crowd.Enter("red"))];
        string[] messages = [.. Enumerable.Range(0, 2_000).Select(i => $"message {i}")];
        var group = _crowd.All.Group("red");

        foreach (string message in messages)
        {
            await Within.Time(group.SendAsync(message));
        }

        foreach (var member in members)
        {
            Assert.Equal(messages, await member.ReceivedAsync());
        }
    }

    [Fact]
    public async Task A_message_to_all_and_one_to_one_keep_their_order()
    {
        var member = _crowd.Enter();

        await Within.Time(_crowd.All.SendAsync("first"));
        await Within.Time(member.Connection.SendAsync("second"));
        await Within.Time(_crowd.All.SendAsync("third"));

        Assert.Equal(["first", "second", "third"], await member.ReceivedAsync());
    }

    [Fact]
    public async Task Who_is_gone_is_no_fault()
    {
        var gone = _crowd.Enter("red");
        var member = _crowd.Enter("red");
        gone.Connection.Abort();

        await Within.Time(_crowd.All.Group("red").SendAsync("hello"));

        Assert.Equal(["hello"], await member.ReceivedAsync());
    }

    [Fact]
    public async Task A_sender_waits_for_a_client_whose_policy_is_that_when_all_others_have_the_message()
    {
        var slow = EnterSlow(SlowClient.Wait);
        var member = _crowd.Enter("red");
        var sent = await FillAsync(slow, count: 4);

        var waiting = _crowd.All.Group("red").SendAsync("message4").AsTask();

        Assert.Equal([.. sent, "message4"], await member.ReceivedAsync());
        Assert.False(waiting.IsCompleted);
        Assert.Equal([.. sent, "message4"], await ReadAsync(slow, 5));
        await Within.Time(waiting);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_and_nothing_else()
    {
        var slow = EnterSlow(SlowClient.Wait);
        var sent = await FillAsync(slow, count: 4);
        using var stop = new CancellationTokenSource();

        var waiting = _crowd.All.Group("red").SendAsync("message4", stop.Token).AsTask();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Within.Time(waiting));
        Assert.Equal([.. sent, "message4"], await ReadAsync(slow, 5));
    }

    [Fact]
    public async Task A_sender_waits_no_longer_than_the_timeout_and_the_client_is_closed_with_1013()
    {
        var slow = EnterSlow(SlowClient.Wait);
        await FillAsync(slow, count: 4);
        var waiting = _crowd.All.Group("red").SendAsync("message4").AsTask();

        _time.Advance(TimeSpan.FromSeconds(4));
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));

        await Within.Time(waiting);
        Assert.Equal("message0", (await slow.Transport.ReceiveAsync()).Text);
        Assert.Equal("Close 1013 'client reads too slowly'", (await slow.Transport.ReceiveAsync()).ToString());
    }

    [Fact]
    public async Task A_client_that_goes_is_waited_for_no_more()
    {
        var slow = EnterSlow(SlowClient.Wait);
        await FillAsync(slow, count: 4);
        var waiting = _crowd.All.Group("red").SendAsync("message4").AsTask();

        slow.Connection.Abort();

        await Within.Time(waiting);
    }

    [Fact]
    public async Task A_client_whose_policy_is_that_is_closed_and_its_sender_not_told()
    {
        var slow = EnterSlow(SlowClient.Close);
        var member = _crowd.Enter("red");
        var sent = await FillAsync(slow, count: 4);

        await Within.Time(_crowd.All.Group("red").SendAsync("message4"));

        Assert.Equal([.. sent, "message4"], await member.ReceivedAsync());
        Assert.Equal("message0", (await slow.Transport.ReceiveAsync()).Text);
        Assert.Equal("Close 1013 'client reads too slowly'", (await slow.Transport.ReceiveAsync()).ToString());
    }

    [Theory]
    [InlineData(SlowClient.DropNewest, "message0 message1 message2 message3")]
    [InlineData(SlowClient.DropOldest, "message0 message2 message3 message4")]
    public async Task Messages_are_dropped_for_the_slow_client_only(SlowClient policy, string arriving)
    {
        var slow = EnterSlow(policy);
        var member = _crowd.Enter("red");

        var sent = await FillAsync(slow, count: 5);

        Assert.Equal(sent, await member.ReceivedAsync());
        Assert.Equal(arriving.Split(' '), await ReadAsync(slow, 4));
    }

    [Fact]
    public async Task A_message_is_compressed_once_for_all_for_whom_none_before_it_counts()
    {
        var frame = new SharedFrame(new string('x', 1000));
        using var first = new MessageDeflater(DeflatingClient.Options(takesOver: false));
        using var second = new MessageDeflater(DeflatingClient.Options(takesOver: false));

        Assert.True(frame.Compressed(15, first) == frame.Compressed(15, second));
        Assert.False(frame.Compressed(15, first) == frame.Compressed(10, second));

        var member = _crowd.Enter(deflate: DeflatingClient.Options(takesOver: false), groups: ["red"]);
        var other = _crowd.Enter(deflate: DeflatingClient.Options(takesOver: false), groups: ["red"]);
        await Within.Time(_crowd.All.Group("red").SendAsync(new string('x', 1000)));
        foreach (var received in new[] { await member.Transport.ReceiveAsync(), await other.Transport.ReceiveAsync() })
        {
            Assert.True(received.IsCompressed);
            Assert.Equal(new string('x', 1000), System.Text.Encoding.UTF8.GetString(DeflatingClient.Decompress(received.Payload)));
        }
    }

    [Fact]
    public async Task A_message_is_compressed_for_each_for_whom_those_before_it_count()
    {
        var member = _crowd.Enter(deflate: DeflatingClient.Options(takesOver: true), groups: ["red"]);
        using var client = new InflatingClient();

        await Within.Time(_crowd.All.Group("red").SendAsync("to many"));
        await Within.Time(member.Connection.SendAsync("to one"));
        await Within.Time(_crowd.All.Group("red").SendAsync("to many"));
        await Within.Time(member.Connection.SendAsync("the end"));

        Assert.Equal(["to many", "to one", "to many", "the end"], await client.ReadTextsAsync(member.Transport.ReceivedBytes()));
    }

    private CrowdMember EnterSlow(SlowClient policy) => _crowd.Enter(
        limits: InMemoryTransport.DefaultLimits with { SlowClient = policy, SendBufferSize = RoomForThree, KeepAliveInterval = Timeout.InfiniteTimeSpan },
        output: InMemoryTransport.Options(pause: 1),
        time: _time,
        groups: ["red"]);

    // From the second message on they wait behind the first.
    private async Task<string[]> FillAsync(CrowdMember slow, int count)
    {
        string[] messages = [.. Enumerable.Range(0, count).Select(i => $"message{i}")];
        foreach (string message in messages)
        {
            await Within.Time(_crowd.All.Group("red").SendAsync(message));
            await slow.Transport.WhenFlushedAsync();
        }

        return messages;
    }

    private static async Task<List<string>> ReadAsync(CrowdMember member, int count)
    {
        var texts = new List<string>();
        for (int i = 0; i < count; i++)
        {
            texts.Add((await member.Transport.ReceiveAsync()).Text);
        }

        return texts;
    }
}
