using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace Upwire.Runtime.Tests;

public sealed class SendTests
{
    // Smaller than any message: with the first one the client's side is full.
    private const long Full = 1;

    [Fact]
    public async Task Buffered_messages_are_answered_in_one_flush()
    {
        FlushCountingWriter? output = null;
        var transport = new InMemoryTransport(decorate: writer => output = new(writer)).Start();
        var echo = Handlers.EchoAsync(transport.Channel);

        transport.Send([.. Enumerable.Range(0, 100).Select(i => i % 10 == 9 ? ClientFrame.Ping($"{i}") : ClientFrame.Text($"{i}"))]);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i}"), transport.Received().Select(frame => frame.Text));
        Assert.Equal(1, output!.Flushes);
        await EndAsync(transport);
        await Within.Time(echo);
    }

    [Fact]
    public async Task A_large_turn_is_flushed_in_parts()
    {
        FlushCountingWriter? output = null;
        var transport = new InMemoryTransport(decorate: writer => output = new(writer)).Start();
        var echo = Handlers.EchoAsync(transport.Channel);

        transport.Send([.. Enumerable.Range(0, 100).Select(_ => ClientFrame.Binary(new byte[4000]))]);

        Assert.Equal(100, transport.Received().Count);
        Assert.InRange(output!.Flushes, 6, 8);
        await EndAsync(transport);
        await Within.Time(echo);
    }

    [Fact]
    public async Task Sends_from_many_tasks_never_interleave_and_keep_each_tasks_order()
    {
        const int Tasks = 8;
        const int Each = 500;
        var transport = new InMemoryTransport(InMemoryTransport.DefaultLimits with { SendBufferSize = 2000 }, outputOptions: new(pauseWriterThreshold: 1000, resumeWriterThreshold: 500, useSynchronizationContext: false)).Start();

        var senders = Task.WhenAll(Enumerable.Range(0, Tasks).Select(task => Task.Run(async () =>
        {
            for (int i = 0; i < Each; i++)
            {
                string text = $"{task}:{i}:" + new string((char)('a' + task), i % 200);
                if (i % 2 == 0)
                {
                    await transport.Channel.SendAsync(text, default);
                }
                else
                {
                    await transport.Channel.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, default);
                }
            }
        })));

        int[] next = new int[Tasks];
        for (int received = 0; received < Tasks * Each; received++)
        {
            string[] parts = (await transport.ReceiveAsync()).Text.Split(':');
            int task = int.Parse(parts[0], null);
            int i = next[task]++;
            Assert.Equal($"{i}", parts[1]);
            Assert.Equal(new string((char)('a' + task), i % 200), parts[2]);
        }

        await Within.Time(senders);
        await EndAsync(transport);
    }

    [Fact]
    public async Task Sends_complete_up_to_the_send_buffer_and_wait_beyond()
    {
        // Ten-byte frames: the first fills the transport, three more fit.
        var transport = Blocked(budget: 40);

        for (int i = 1; i < 4; i++)
        {
            Assert.True(SendAsync(transport, $"message{i}").IsCompletedSuccessfully);
        }

        var waiting = SendAsync(transport, "message4");
        var behind = SendAsync(transport, "x");
        Assert.False(waiting.IsCompleted);
        Assert.False(behind.IsCompleted);

        Assert.Equal("message0", (await transport.ReceiveAsync()).Text);
        await Within.Time(waiting);
        await Within.Time(behind);
        foreach (string text in (string[])["message1", "message2", "message3", "message4", "x"])
        {
            Assert.Equal(text, (await transport.ReceiveAsync()).Text);
        }

        await EndAsync(transport);
    }

    [Fact]
    public async Task A_message_over_the_send_buffer_is_sent_all_the_same()
    {
        var transport = Blocked(budget: 40);
        var waiting = SendAsync(transport, new string('x', 1000));
        Assert.False(waiting.IsCompleted);

        await transport.ReceiveAsync();

        await Within.Time(waiting);
        Assert.Equal(1000, (await transport.ReceiveAsync()).Payload.Length);
        await EndAsync(transport);
    }

    [Fact]
    public async Task A_cancelled_send_is_withdrawn_whole_and_later_ones_arrive()
    {
        var transport = Blocked(budget: 20);
        await Within.Time(SendAsync(transport, "message1"));
        using var stop = new CancellationTokenSource();
        var withdrawn = SendAsync(transport, "message2", stop.Token);
        var later = SendAsync(transport, "message3");
        Assert.False(withdrawn.IsCompleted);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Within.Time(withdrawn));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Within.Time(SendAsync(transport, "message4", stop.Token)));
        Assert.Equal("message0", (await transport.ReceiveAsync()).Text);
        await Within.Time(later);
        Assert.Equal("message1", (await transport.ReceiveAsync()).Text);
        Assert.Equal("message3", (await transport.ReceiveAsync()).Text);
        await Within.Time(SendAsync(transport, "message5"));
        Assert.Equal("message5", (await transport.ReceiveAsync()).Text);
        await EndAsync(transport);
    }

    [Fact]
    public async Task Withdrawn_messages_leave_nothing_behind()
    {
        var backlog = new Backlog(new Lock(), budget: 10, SlowClient.Wait, Metrics.OfNobody);
        for (int i = 0; i < 1000; i++)
        {
            using var stop = new CancellationTokenSource();
            var waiting = backlog.Add(new OutgoingFrame("message"), Room.Later, stop.Token);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Within.Time(waiting));
        }

        using var output = new FrameEncoder(new ArrayBufferWriter<byte>(), Metrics.OfNobody, deflater: null);
        Assert.Equal(0, backlog.WriteTo(output, limit: 1000));
        Assert.Equal(Room.Now, backlog.MakeRoom(10, unflushed: 0));
        Assert.Equal(Room.Later, backlog.MakeRoom(11, unflushed: 0));
    }

    [Fact]
    public async Task Only_the_newest_pong_is_kept_while_the_client_does_not_read()
    {
        var transport = Blocked(budget: 1000);
        await Within.Time(SendAsync(transport, "message1"));

        transport.Send(ClientFrame.Ping("first"), ClientFrame.Ping("second"));
        transport.Send(ClientFrame.Ping("third"));

        Assert.Equal("message0", (await transport.ReceiveAsync()).Text);
        Assert.Equal("Pong [5] 'third'", (await transport.ReceiveAsync()).ToString());
        Assert.Equal("message1", (await transport.ReceiveAsync()).Text);
        await EndAsync(transport);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_end_of_the_transport_fails_those_who_wait_to_send(bool isReset)
    {
        var transport = Blocked(budget: 10);
        var waiting = SendAsync(transport, "message1");
        using var stop = new CancellationTokenSource();
        var cancellable = SendAsync(transport, "message2", stop.Token);

        transport.Vanish(isReset ? new IOException("reset") : null);

        await Assert.ThrowsAsync<WebSocketException>(() => Within.Time(waiting));
        await Assert.ThrowsAsync<WebSocketException>(() => Within.Time(cancellable));
        await Assert.ThrowsAsync<WebSocketException>(() => Within.Time(SendAsync(transport, "message3")));
        await Within.Cancelled(transport.Channel.Closed);
        Assert.Null(transport.Channel.CloseStatus);
        await transport.FromServer.CompleteAsync();
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }

    [Fact]
    public async Task A_client_that_reads_no_more_ends_the_connection_for_senders()
    {
        var transport = Blocked(budget: 10);
        var waiting = SendAsync(transport, "message1");

        await transport.FromServer.CompleteAsync();

        await Assert.ThrowsAsync<WebSocketException>(() => Within.Time(waiting));
        await Within.Cancelled(transport.Channel.Closed);
        await EndAsync(transport);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(2044)]
    [InlineData(2045)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(3_000_000)]
    public async Task Messages_of_every_size_arrive_as_they_were_sent(int size)
    {
        string text = string.Concat(Enumerable.Repeat("a€", (size / 4) + 1))[..(size / 2)];
        byte[] data = new byte[size];
        new Random(size).NextBytes(data);

        // Straight into the transport, and through the backlog.
        foreach (var transport in (InMemoryTransport[])[new InMemoryTransport().Start(), Blocked(budget: 10_000_000)])
        {
            await Within.Time(SendAsync(transport, text));
            await Within.Time(transport.Channel.SendAsync(data, WebSocketMessageType.Binary, default));
            var first = await transport.ReceiveAsync();
            first = first.Text == "message0" ? await transport.ReceiveAsync() : first;
            Assert.True(first.Text == text && first.Opcode == Opcode.Text);
            Assert.True((await transport.ReceiveAsync()).Payload.AsSpan().SequenceEqual(data));
            await EndAsync(transport);
        }
    }

    [Fact]
    public async Task Half_a_surrogate_is_sent_as_the_replacement_character()
    {
        var transport = new InMemoryTransport().Start();

        await Within.Time(SendAsync(transport, "a\uD83D"));

        Assert.Equal("a\uFFFD", Assert.Single(transport.Received()).Text);
        await EndAsync(transport);
    }

    private static Task SendAsync(InMemoryTransport transport, string text, CancellationToken stop = default) =>
        transport.Channel.SendAsync(text, stop).AsTask();

    private static InMemoryTransport Blocked(int budget)
    {
        var transport = new InMemoryTransport(InMemoryTransport.DefaultLimits with { SendBufferSize = budget }, outputOptions: InMemoryTransport.Options(Full)).Start();
        Assert.True(SendAsync(transport, "message0").IsCompletedSuccessfully);
        return transport;
    }

    private static async Task EndAsync(InMemoryTransport transport)
    {
        transport.Vanish();
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }
}
