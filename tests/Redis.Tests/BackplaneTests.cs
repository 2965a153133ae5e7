using System.Buffers.Binary;
using System.Text;

namespace Upwire.Redis.Tests;

/// <summary>What a backplane promises, on whatever server speaks Redis' protocol.</summary>
public abstract class BackplaneTests
{
    private const int Messages = 2000;

    [Fact]
    public async Task A_message_reaches_all_that_subscribed_and_nobody_else()
    {
        await using var publisher = await StartAsync();
        await using var first = await StartAsync();
        await using var second = await StartAsync();
        await first.SubscribeAsync("news");
        await second.SubscribeAsync("news");
        await second.SubscribeAsync("sports");

        await publisher.PublishAsync("sports", "goal");
        await publisher.PublishAsync("news", "hello");

        Assert.Equal("hello", await ReadTextAsync(first, "news"));
        Assert.Equal("hello", await ReadTextAsync(second, "news"));
        Assert.Equal("goal", await ReadTextAsync(second, "sports"));
        Assert.False(first.Received.ComesAsync("sports").IsCompleted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(1024 * 1024)]
    public async Task Bytes_arrive_as_they_were_sent(int size)
    {
        byte[] message = new byte[size];
        new Random(size).NextBytes(message);
        await using var node = await StartAsync();
        await node.SubscribeAsync("bytes");

        await node.PublishAsync("bytes", message);

        Assert.Equal(message, await node.Received.NextAsync("bytes"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("007")]
    [InlineData("-1")]
    [InlineData("1.50")]
    [InlineData("9223372036854775808")]
    public async Task Numbers_arrive_as_the_text_that_they_were(string number)
    {
        await using var node = await StartAsync();
        await node.SubscribeAsync("numbers");

        await node.PublishAsync("numbers", number);

        Assert.Equal(number, await ReadTextAsync(node, "numbers"));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("g:*")]
    [InlineData("a[bc]?\\d")]
    [InlineData("{a}b}")]
    [InlineData("line\r\nbreak\0")]
    [InlineData("größe/日本/😀")]
    public async Task A_channel_has_any_name(string channel)
    {
        await using var node = await StartAsync();
        await node.SubscribeAsync(channel);
        await node.SubscribeAsync($"{channel}x");
        string longName = new('ü', 300);
        await node.SubscribeAsync(longName);

        await node.PublishAsync($"{channel}x", "2");
        await node.PublishAsync(channel, "1");
        await node.PublishAsync(longName, "3");

        Assert.Equal("1", await ReadTextAsync(node, channel));
        Assert.Equal("2", await ReadTextAsync(node, $"{channel}x"));
        Assert.Equal("3", await ReadTextAsync(node, longName));
    }

    [Fact]
    public async Task Names_that_are_no_Unicode_are_told_apart()
    {
        await using var node = await StartAsync();
        await node.SubscribeAsync("\uD800");
        await node.SubscribeAsync("\uD801");

        await node.PublishAsync("\uD800", "1");
        await node.PublishAsync("\uD801", "2");

        Assert.Equal("1", await ReadTextAsync(node, "\uD800"));
        Assert.Equal("2", await ReadTextAsync(node, "\uD801"));
    }

    [Fact]
    public async Task Messages_of_many_threads_arrive_in_the_order_of_their_channels()
    {
        await using var publisher = await StartAsync();
        await using var subscriber = await StartAsync();
        string[] channels = ["a", "b", "c", "d"];
        foreach (string channel in channels)
        {
            await subscriber.SubscribeAsync(channel);
        }

        // Two threads for each channel, which agree on who calls next, and on nothing else.
        var counters = channels.ToDictionary(static channel => channel, static _ => new int[1]);
        await Within.Time(Task.WhenAll(channels.Concat(channels).Select(channel => Task.Run(() => PublishNumbersAsync(publisher, channel, counters[channel])))), "all is published");

        foreach (string channel in channels)
        {
            for (int expected = 0; expected < Messages; expected++)
            {
                Assert.Equal(expected, BinaryPrimitives.ReadInt32LittleEndian(await subscriber.Received.NextAsync(channel)));
            }
        }

        Assert.False(subscriber.Received.HasOverlapped);
    }

    [Fact]
    public async Task Messages_of_each_node_arrive_in_its_order()
    {
        await using var subscriber = await StartAsync();
        await subscriber.SubscribeAsync("all");
        await using var first = await StartAsync();
        await using var second = await StartAsync();

        await Within.Time(Task.WhenAll(PublishNumbersAsync(first, "all", new int[1], 0), PublishNumbersAsync(second, "all", new int[1], 1), PublishNumbersAsync(subscriber, "all", new int[1], 2)), "all is published");

        int[] next = new int[3];
        for (int i = 0; i < 3 * Messages; i++)
        {
            byte[] message = await subscriber.Received.NextAsync("all");
            Assert.Equal(next[message[4]]++, BinaryPrimitives.ReadInt32LittleEndian(message));
        }

        Assert.False(subscriber.Received.HasOverlapped);
    }

    [Fact]
    public async Task Nothing_comes_after_the_end_of_a_subscription_until_there_is_another()
    {
        await using var publisher = await StartAsync();
        await using var subscriber = await StartAsync();
        await subscriber.SubscribeAsync("news");
        await publisher.PublishAsync("news", "1");
        Assert.Equal("1", await ReadTextAsync(subscriber, "news"));

        await subscriber.UnsubscribeAsync("news");
        await publisher.PublishAsync("news", "2");
        await subscriber.SubscribeAsync("news");
        await publisher.PublishAsync("news", "3");

        Assert.Equal("3", await ReadTextAsync(subscriber, "news"));
    }

    [Fact]
    public async Task What_waits_to_be_handed_over_when_a_subscription_ends_is_dropped()
    {
        await using var node = await StartAsync();
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var mayLeave = new ManualResetEventSlim();
        node.Received.Receiving = channel =>
        {
            if (channel == "news" && entered.TrySetResult())
            {
                mayLeave.Wait(Within.Limit);
            }
        };
        await node.SubscribeAsync("news");
        await node.SubscribeAsync("fence");
        await node.PublishAsync("news", "1");
        await Within.Time(entered.Task);
        await node.PublishAsync("news", "2");
        await node.PublishAsync("fence", "all before it has come");
        await node.Received.NextAsync("fence");

        var ended = node.UnsubscribeAsync("news");
        var again = node.SubscribeAsync("news");
        for (int i = 0; i < 3; i++)
        {
            await node.SubscribeAsync("as long as it takes otherwise");
            await node.UnsubscribeAsync("as long as it takes otherwise");
        }

        Assert.False(again.IsCompleted);
        mayLeave.Set();
        await ended;
        await again;
        await node.PublishAsync("news", "3");

        Assert.Equal("1", await ReadTextAsync(node, "news"));
        Assert.Equal("3", await ReadTextAsync(node, "news"));
    }

    [Fact]
    public async Task Of_calls_that_do_not_wait_for_each_other_the_last_holds()
    {
        await using var node = await StartAsync();
        for (int i = 0; i < 50; i++)
        {
            var calls = new List<Task>();
            for (int j = 0; j < 3; j++)
            {
                calls.Add(node.SubscribeAsync("news"));
                calls.Add(node.UnsubscribeAsync("news"));
            }

            calls.Add(node.SubscribeAsync("news"));
            await Task.WhenAll(calls);
            await node.PublishAsync("news", $"{i}");

            Assert.Equal($"{i}", await ReadTextAsync(node, "news"));
            await node.UnsubscribeAsync("news");
        }
    }

    [Fact]
    public async Task The_end_of_a_subscription_that_does_not_exist_is_no_fault()
    {
        await using var node = await StartAsync();

        await node.UnsubscribeAsync("never");
    }

    [Fact]
    public async Task Applications_with_prefixes_of_their_own_do_not_hear_each_other()
    {
        await using var mine = await StartAsync(static options => options.Prefix = "mine");
        await using var other = await StartAsync(static options => options.Prefix = "other");
        await mine.SubscribeAsync("news");

        await other.PublishAsync("news", "of the other");
        await mine.PublishAsync("news", "of mine");

        Assert.Equal("of mine", await ReadTextAsync(mine, "news"));
    }

    [Fact]
    public async Task A_subscription_that_was_cancelled_before_it_began_is_none()
    {
        await using var node = await StartAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => node.SubscribeUntil("news", new CancellationToken(canceled: true)));
        await node.PublishAsync("news", "1");

        Assert.False(node.Received.ComesAsync("news").IsCompleted);
    }

    /// <summary>Starts a node at the server of these tests.</summary>
    internal abstract Task<Node> StartAsync(Action<UpwireRedisOptions>? configure = null);

    private protected static async Task<string> ReadTextAsync(Node node, string channel) => Encoding.UTF8.GetString(await node.Received.NextAsync(channel));

    private static async Task PublishNumbersAsync(Node node, string channel, int[] counter, byte sender = 0)
    {
        var published = new List<Task>();
        while (true)
        {
            lock (counter)
            {
                if (counter[0] == Messages)
                {
                    break;
                }

                byte[] message = new byte[5];
                BinaryPrimitives.WriteInt32LittleEndian(message, counter[0]++);
                message[4] = sender;
                published.Add(node.Begin(channel, message));
            }
        }

        await Task.WhenAll(published);
    }
}
