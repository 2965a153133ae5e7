using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Upwire.Runtime.Tests;

public sealed class ReceiveTests
{
    private static readonly ClientFrame[] Conversation =
    [
        ClientFrame.Text("Grüße"),
        ClientFrame.Text("a€").NotFinal(),
        ClientFrame.Ping("1"),
        new ClientFrame(Opcode.Continuation, [0xF0, 0x9F]) { IsFinal = false },
        ClientFrame.Ping("2"),
        ClientFrame.Pong("unasked"),
        new(Opcode.Continuation, [0x98, 0x80]),
        ClientFrame.Binary().NotFinal(),
        new(Opcode.Continuation, []),
        ClientFrame.Text(""),
        new(Opcode.Binary, new byte[130]),
        ClientFrame.Close(4000, "tschüß"),
    ];

    [Fact]
    public async Task Messages_are_whole_wherever_the_bytes_are_cut()
    {
        byte[] bytes = ClientFrame.Bytes(Conversation);
        for (int cut = 0; cut <= bytes.Length; cut++)
        {
            await ConverseAsync(bytes[..cut], bytes[cut..]);
        }

        await ConverseAsync([.. bytes.Select(one => new[] { one })]);
    }

    [Fact]
    public async Task A_ping_is_answered_also_when_nobody_receives()
    {
        var transport = new InMemoryTransport().Start();

        transport.Send(ClientFrame.Ping("are you there"));

        Assert.Equal([new(Opcode.Pong, "are you there"u8.ToArray())], transport.Received(), FrameEquality.Instance);
        await EndAsync(transport);
    }

    [Fact]
    public async Task A_ping_is_answered_while_the_handler_has_an_empty_message_of_fragments()
    {
        var transport = new InMemoryTransport().Start();
        var handler = new HoldingHandler();
        var run = handler.RunAsync(transport.Channel);
        transport.Send(ClientFrame.Text("one"));
        handler.LetGo();

        transport.Send(ClientFrame.Text("").NotFinal(), new ClientFrame(Opcode.Continuation, []), ClientFrame.Ping("are you there"));

        Assert.Equal("Pong [13] 'are you there'", Assert.Single(transport.Received()).ToString());
        transport.Send(ClientFrame.Text("two"), ClientFrame.Close(1000));
        handler.LetGoOfAll();
        await Within.Time(run);
        Assert.Equal(["one", "", "two"], handler.Messages.Select(message => Encoding.UTF8.GetString(message.Data)));
        await EndAsync(transport);
    }

    [Fact]
    public async Task The_close_frame_is_answered_also_when_nobody_receives()
    {
        var transport = new InMemoryTransport().Start();

        transport.Send(ClientFrame.Close(1001, "leaving"));

        Assert.Equal("Close 1001 ''", Assert.Single(transport.Received()).ToString());
        await Within.Cancelled(transport.Channel.Closed);
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, transport.Channel.CloseStatus);
        Assert.Equal("leaving", transport.Channel.CloseReason);
        Assert.Null(await Within.Time(transport.Channel.ReceiveAsync(only: null, default)));
    }

    [Fact]
    public async Task A_cancelled_receive_leaves_the_next_message_to_the_next_receive()
    {
        var transport = new InMemoryTransport().Start();
        for (int i = 0; i < 3; i++)
        {
            using var stop = new CancellationTokenSource();
            var receive = transport.Channel.ReceiveAsync(only: null, stop.Token).AsTask();
            Assert.False(receive.IsCompleted);

            await stop.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Within.Time(receive));
        }

        Assert.False(transport.Channel.Closed.IsCancellationRequested);
        transport.Send(ClientFrame.Text("one"), ClientFrame.Text("two"));
        Assert.Equal("one", (await Within.Time(transport.Channel.ReceiveAsync(only: null, default)))?.GetText());
        Assert.Equal("two", (await Within.Time(transport.Channel.ReceiveAsync(only: null, default)))?.GetText());
        await EndAsync(transport);
    }

    [Fact]
    public async Task A_message_that_is_there_is_received_with_a_cancelled_token_or_waits_for_the_next()
    {
        var transport = new InMemoryTransport();
        transport.Send(ClientFrame.Text("one"));
        transport.Start();
        var cancelled = new CancellationToken(canceled: true);

        Assert.Equal("one", (await Within.Time(transport.Channel.ReceiveAsync(only: null, cancelled)))?.GetText());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Within.Time(transport.Channel.ReceiveAsync(only: null, cancelled)));

        transport.Send(ClientFrame.Text("two"));
        Assert.Equal("two", (await Within.Time(transport.Channel.ReceiveAsync(only: null, default)))?.GetText());
        await EndAsync(transport);
    }

    [Fact]
    public async Task A_message_is_lost_to_no_cancellation_that_races_it()
    {
        var transport = new InMemoryTransport().Start();
        for (int i = 0; i < 2000; i++)
        {
            using var stop = new CancellationTokenSource();
            var receive = transport.Channel.ReceiveAsync(only: null, stop.Token).AsTask();
            var cancel = Task.Run(stop.Cancel);
            transport.Send(ClientFrame.Text($"{i}"));
            string? text;
            try
            {
                text = (await Within.Time(receive))?.GetText();
            }
            catch (OperationCanceledException)
            {
                text = (await Within.Time(transport.Channel.ReceiveAsync(only: null, default)))?.GetText();
            }

            Assert.Equal($"{i}", text);
            await Within.Time(cancel);
        }

        await EndAsync(transport);
    }

    [Fact]
    public async Task A_second_receive_at_once_is_refused_and_harms_nothing()
    {
        var transport = new InMemoryTransport().Start();
        var first = transport.Channel.ReceiveAsync(only: null, default).AsTask();

        await Assert.ThrowsAsync<InvalidOperationException>(() => transport.Channel.ReceiveAsync(only: null, default).AsTask());

        transport.Send(ClientFrame.Text("for the first"));
        Assert.Equal("for the first", (await Within.Time(first))?.GetText());
        await EndAsync(transport);
    }

    [Fact]
    public async Task A_second_receive_is_refused_also_while_the_first_one_parses()
    {
        Exception? refusal = null;
        InMemoryTransport? transport = null;

        // A pong is flushed in the middle of the first receive: what happens then happens inside of it.
        transport = new(decorate: writer => new FlushObserver(writer, () => refusal ??= Record.Exception(() => { _ = transport!.Channel.ReceiveAsync(only: null, default).AsTask(); })));
        transport.Send(ClientFrame.Text("first"), ClientFrame.Ping(), ClientFrame.Text("second"));
        transport.Start();
        Assert.Null(refusal);

        Assert.Equal("first", (await Within.Time(transport.Channel.ReceiveAsync(only: null, default)))?.GetText());

        Assert.IsType<InvalidOperationException>(refusal);
        Assert.Equal("second", (await Within.Time(transport.Channel.ReceiveAsync(only: null, default)))?.GetText());
        await EndAsync(transport);
    }

    [Fact]
    public async Task A_message_in_one_piece_of_the_pipe_is_not_copied()
    {
        var transport = new InMemoryTransport().Start();
        byte[] frame = ClientFrame.Binary(1, 2, 3).ToBytes();
        var memory = transport.Client.GetMemory(frame.Length);
        frame.CopyTo(memory);
        transport.Client.Advance(frame.Length);
        await transport.Client.FlushAsync(TestContext.Current.CancellationToken);

        var message = await Within.Time(transport.Channel.ReceiveAsync(only: null, default));

        Assert.Equal([1, 2, 3], message!.Value.Data.ToArray());
        Assert.Same(ArrayOf(memory), ArrayOf(message.Value.Data));
        await EndAsync(transport);
    }

    [Fact]
    public async Task A_fragmented_message_is_put_together_elsewhere_and_lent_until_the_next_receive()
    {
        var transport = new InMemoryTransport().Start();
        byte[] frames = ClientFrame.Bytes(ClientFrame.Binary(1, 2).NotFinal(), new(Opcode.Continuation, [3]));
        var memory = transport.Client.GetMemory(frames.Length);
        frames.CopyTo(memory);
        transport.Client.Advance(frames.Length);
        await transport.Client.FlushAsync(TestContext.Current.CancellationToken);

        var message = await Within.Time(transport.Channel.ReceiveAsync(only: null, default));

        Assert.Equal([1, 2, 3], message!.Value.Data.ToArray());
        Assert.NotSame(ArrayOf(memory), ArrayOf(message.Value.Data));
        await EndAsync(transport);
    }

    [Fact]
    public async Task An_idle_connection_holds_no_buffer_of_the_last_message()
    {
        var transport = new InMemoryTransport().Start();
        var assembler = AssemblerOf(ParserOf(transport.Channel));
        transport.Send(ClientFrame.Binary(1, 2).NotFinal(), new(Opcode.Continuation, [3]));

        await Within.Time(transport.Channel.ReceiveAsync(only: null, default));
        Assert.Empty(ArrayOf(assembler.Message)!);
        Assert.NotNull(LoanOf(transport.Channel)?.Rented);

        var next = transport.Channel.ReceiveAsync(only: null, default).AsTask();
        Assert.Null(LoanOf(transport.Channel));

        await EndAsync(transport);
        Assert.Null(await Within.Time(next));
    }

    [Theory]
    [InlineData("violation")]
    [InlineData("server stop")]
    [InlineData("kick")]
    [InlineData("abort")]
    public async Task A_message_that_is_lent_outlives_the_connection_whatever_comes_behind_it(string end)
    {
        var transport = new InMemoryTransport().Start();
        string lent = new('A', 1000);
        transport.Send(ClientFrame.Text(lent));
        var message = await Within.Time(transport.Channel.ReceiveAsync(only: null, default));

        Task? close = null;
        switch (end)
        {
            case "violation":
                transport.Send(new ClientFrame((Opcode)0x3, []));
                break;
            case "server stop":
                transport.Channel.BeginClose(new(WebSocketCloseStatus.EndpointUnavailable, ""));
                break;
            case "kick":
                close = transport.Channel.CloseAsync(new(WebSocketCloseStatus.PolicyViolation, ""));
                break;
            default:
                transport.Channel.Abort();
                break;
        }

        if (end != "abort")
        {
            for (int i = 0; i < 40; i++)
            {
                transport.Send(new ClientFrame(Opcode.Binary, new byte[8 * 1024]));
            }

            transport.Send(ClientFrame.Close(1000));
        }

        Assert.Equal(lent, message!.Value.GetText());

        // The handler returns.
        transport.Channel.ReturnLoan();
        await Within.Time(transport.Channel.CloseAsync(new(WebSocketCloseStatus.NormalClosure, "")));
        await Within.Time(close ?? Task.CompletedTask);
        Assert.Equal(end == "abort", transport.IsAborted);
    }

    [Fact]
    public async Task After_the_request_nothing_cuts_the_transport()
    {
        var transport = new InMemoryTransport().Start();
        transport.Send(ClientFrame.Close(1000));
        await Within.Time(transport.Channel.CloseAsync(new(WebSocketCloseStatus.NormalClosure, "")));
        transport.Channel.Release();

        transport.Channel.Abort();

        Assert.False(transport.IsAborted);
    }

    [Fact]
    public async Task Messages_behind_one_that_is_lent_come_in_their_order_and_as_they_were_sent()
    {
        var transport = new InMemoryTransport().Start();
        for (int i = 0; i < 300; i++)
        {
            // Some in one piece, some in two, with pings between them: each is read while the one before it is lent.
            transport.Send([.. i % 3 == 0 ? [ClientFrame.Text($"{i}")] : new[] { ClientFrame.Text($"{i}").NotFinal(), new(Opcode.Continuation, []) }, ClientFrame.Ping()]);
        }

        string? before = null;
        WebSocketMessage? last = null;
        for (int i = 0; i < 300; i++)
        {
            Assert.Equal(before, last?.GetText());
            last = await Within.Time(transport.Channel.ReceiveAsync(only: null, default));
            before = last?.GetText();
            Assert.Equal($"{i}", before);
        }

        await EndAsync(transport);
    }

    [Fact]
    public async Task What_comes_behind_a_message_that_is_lent_is_kept_only_up_to_a_limit()
    {
        var transport = new InMemoryTransport().Start();
        transport.Send(ClientFrame.Text("lent"));
        var message = await Within.Time(transport.Channel.ReceiveAsync(only: null, default));
        byte[] pings = ClientFrame.Bytes([.. Enumerable.Repeat(ClientFrame.Ping(new string('x', 125)), 2000)]);
        int half = pings.Length / 2;

        transport.Send(pings.AsSpan(0, half));
        Assert.NotEmpty(transport.Received());
        transport.Send(pings.AsSpan(half));
        Assert.Empty(transport.Received());
        Assert.Equal("lent", message!.Value.GetText());

        transport.Send(ClientFrame.Text("next"));
        Assert.Equal("next", (await Within.Time(transport.Channel.ReceiveAsync(only: null, default)))?.GetText());
        Assert.NotEmpty(transport.Received());
        await EndAsync(transport);
    }

    [Fact]
    public async Task Limits_are_per_message()
    {
        var limits = InMemoryTransport.DefaultLimits with { MaxMessageSize = 4, MaxFragments = 2 };
        var transport = new InMemoryTransport(limits).Start();
        var collect = Handlers.CollectAsync(transport.Channel);
        for (int i = 0; i < 3; i++)
        {
            transport.Send(ClientFrame.Binary(1, 2).NotFinal(), new(Opcode.Continuation, [3, 4]), ClientFrame.Binary(1, 2, 3, 4));
        }

        transport.Send(ClientFrame.EmptyClose());

        Assert.Equal(6, (await Within.Time(collect)).Count);
    }

    private static async Task ConverseAsync(params byte[][] pieces)
    {
        var transport = new InMemoryTransport().Start();
        var collect = Handlers.CollectAsync(transport.Channel);
        foreach (byte[] piece in pieces)
        {
            transport.Send(piece);
        }

        Assert.Equal(
            [
                (WebSocketMessageType.Text, "Grüße"), (WebSocketMessageType.Text, "a€😀"), (WebSocketMessageType.Binary, ""),
                (WebSocketMessageType.Text, ""), (WebSocketMessageType.Binary, new string('\0', 130)),
            ],
            (await Within.Time(collect)).Select(message => (message.Type, Encoding.UTF8.GetString(message.Data))));
        Assert.Equal(["Pong [1] '1'", "Pong [1] '2'", "Close 4000 ''"], transport.Received().Select(frame => frame.ToString()));
        Assert.Equal((WebSocketCloseStatus)4000, transport.Channel.CloseStatus);
        Assert.Equal("tschüß", transport.Channel.CloseReason);
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }

    private static async Task EndAsync(InMemoryTransport transport)
    {
        transport.Vanish();
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }

    private static byte[]? ArrayOf(ReadOnlyMemory<byte> memory) => MemoryMarshal.TryGetArray(memory, out var segment) ? segment.Array : null;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_parser")]
    private static extern ref FrameParser ParserOf(FrameChannel channel);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_assembler")]
    private static extern ref MessageAssembler AssemblerOf(FrameParser parser);

    private static MessageLoan? LoanOf(FrameChannel channel) => LoanOf(ReceiverOf(channel));

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_receiver")]
    private static extern ref FrameReceiver ReceiverOf(FrameChannel channel);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_lent")]
    private static extern ref MessageLoan? LoanOf(FrameReceiver receiver);
}
