using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Upwire.Runtime.Tests;

public sealed class CloseTests
{
    private static readonly ClosePayload Bye = new(WebSocketCloseStatus.NormalClosure, "bye");

    private static ClientFrame Violation => ClientFrame.Text("x") with { ReservedBits = 1 };

    [Fact]
    public async Task The_server_closes_first_and_waits_for_the_answer()
    {
        var transport = new InMemoryTransport().Start();
        var receive = transport.Channel.ReceiveAsync(only: null, default).AsTask();

        var close = transport.Channel.CloseAsync(Bye);

        Assert.Equal("Close 1000 'bye'", Assert.Single(transport.Received()).ToString());
        Assert.Null(await Within.Time(receive));
        await Within.Cancelled(transport.Channel.Closed);
        Assert.False(close.IsCompleted);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, transport.Channel.CloseStatus);

        // What the client has sent before it saw our close frame is of no interest, right or wrong.
        transport.Send(ClientFrame.Text("late"), ClientFrame.Ping(), ClientFrame.Text("wrong") with { Mask = null }, ClientFrame.Close(1000));

        await Within.Time(close);
        Assert.Empty(transport.Received());
        Assert.False(transport.IsAborted);
        await Assert.ThrowsAsync<WebSocketException>(() => transport.Channel.SendAsync("late", default).AsTask());
    }

    [Fact]
    public async Task The_client_closes_first_and_is_answered_with_its_code()
    {
        var transport = new InMemoryTransport().Start();
        var receive = transport.Channel.ReceiveAsync(only: null, default).AsTask();

        transport.Send(ClientFrame.Close(4321, "reason"));

        Assert.Null(await Within.Time(receive));
        Assert.Equal([0x88, 0x02, 0x10, 0xE1], transport.ReceivedBytes());
        await Within.Time(transport.Channel.CloseAsync(Bye));
        Assert.Empty(transport.ReceivedBytes());
        Assert.Equal((WebSocketCloseStatus)4321, transport.Channel.CloseStatus);
    }

    [Fact]
    public async Task An_empty_close_frame_is_answered_with_an_empty_one()
    {
        var transport = new InMemoryTransport().Start();

        transport.Send(ClientFrame.EmptyClose());

        Assert.Equal([0x88, 0x00], transport.ReceivedBytes());
        Assert.Equal(WebSocketCloseStatus.Empty, transport.Channel.CloseStatus);
        await Within.Time(transport.Channel.CloseAsync(Bye));
    }

    [Fact]
    public async Task Closing_from_another_task_ends_a_receive()
    {
        var transport = new InMemoryTransport().Start();
        var receive = transport.Channel.ReceiveAsync(only: null, default).AsTask();

        var close = Task.Run(() => transport.Channel.CloseAsync(Bye), TestContext.Current.CancellationToken);

        Assert.Null(await Within.Time(receive));
        transport.Send(ClientFrame.Close(1000));
        await Within.Time(close);
    }

    [Fact]
    public async Task Closing_again_sends_nothing_and_waits_for_the_same_end()
    {
        var transport = new InMemoryTransport().Start();
        var first = transport.Channel.CloseAsync(Bye);
        var second = transport.Channel.CloseAsync(new(WebSocketCloseStatus.InternalServerError, ""));

        Assert.Equal("Close 1000 'bye'", Assert.Single(transport.Received()).ToString());
        transport.Send(ClientFrame.Close(1000));
        await Within.Time(first);
        await Within.Time(second);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, transport.Channel.CloseStatus);
    }

    [Fact]
    public async Task The_close_frame_goes_behind_all_messages_that_wait()
    {
        var transport = new InMemoryTransport(outputOptions: InMemoryTransport.Options(pause: 1)).Start();
        for (int i = 0; i < 3; i++)
        {
            await Within.Time(transport.Channel.SendAsync($"{i}", default));
        }

        var close = transport.Channel.CloseAsync(Bye);
        transport.Send(ClientFrame.Ping("too late"), ClientFrame.Close(1000));
        Assert.False(close.IsCompleted);

        foreach (string expected in (string[])["Text [1] '0'", "Text [1] '1'", "Text [1] '2'", "Close 1000 'bye'"])
        {
            Assert.Equal(expected, (await transport.ReceiveAsync()).ToString());
        }

        await Within.Time(close);
    }

    [Theory]
    [InlineData(false, 4000, "Close 4000 ''")]
    [InlineData(true, 1002, "Close 1002 'reserved bits are set'")]
    public async Task What_the_handler_says_to_a_message_goes_before_the_close_that_is_due_to_what_follows_it(bool isViolation, int code, string close)
    {
        var transport = new InMemoryTransport().Start();
        transport.Send(ClientFrame.Text("question"), isViolation ? Violation : ClientFrame.Close(4000, "why"));
        var message = await Within.Time(transport.Channel.ReceiveAsync(only: null, default));

        // The handler knows that the client is about to go, and answers all the same.
        await Within.Cancelled(transport.Channel.Closed);
        Assert.Equal(code, (int?)transport.Channel.CloseStatus);
        Assert.Empty(transport.Received());
        await Within.Time(transport.Channel.SendAsync($"answer to {message!.Value.GetText()}", default));
        Assert.Null(await Within.Time(transport.Channel.ReceiveAsync(only: null, default)));

        Assert.Equal(["Text [18] 'answer to question'", close], transport.Received().Select(static frame => frame.ToString()));
        transport.Vanish();
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }

    [Theory]
    [InlineData(false, "Close 4000 ''")]
    [InlineData(true, "Close 1002 'reserved bits are set'")]
    public async Task A_handler_that_returns_sends_the_close_that_is_due(bool isViolation, string close)
    {
        var transport = new InMemoryTransport().Start();
        transport.Send(ClientFrame.Text("question"), isViolation ? Violation : ClientFrame.Close(4000, "why"));
        await Within.Time(transport.Channel.ReceiveAsync(only: null, default));

        var end = Handlers.ReturnAsync(transport.Channel);

        Assert.Equal(close, Assert.Single(transport.Received()).ToString());
        transport.Vanish();
        await Within.Time(end);
    }

    [Theory]
    [InlineData(false, "Close 4000 ''")]
    [InlineData(true, "Close 1002 'reserved bits are set'")]
    public async Task A_close_that_is_due_does_not_wait_for_long(bool isViolation, string close)
    {
        var time = new FakeTimeProvider();
        var transport = new InMemoryTransport(time: time).Start();
        transport.Send(ClientFrame.Text("question"), isViolation ? Violation : ClientFrame.Close(4000, "why"));
        await Within.Time(transport.Channel.ReceiveAsync(only: null, default));
        Assert.Empty(transport.Received());

        time.Advance(OpenConnections.Period);

        Assert.Equal(close, Assert.Single(transport.Received()).ToString());
        transport.Vanish();
        await Assert.ThrowsAsync<WebSocketException>(() => Within.Time(transport.Channel.SendAsync("late", default)));
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task While_a_message_is_lent_pings_and_the_close_frame_are_answered_and_it_stays_as_it_is(bool isFragmented)
    {
        var time = new FakeTimeProvider();
        var transport = new InMemoryTransport(time: time).Start();
        transport.Send(isFragmented ? [ClientFrame.Text("le").NotFinal(), new(Opcode.Continuation, "nt"u8.ToArray())] : [ClientFrame.Text("lent")]);
        var message = await Within.Time(transport.Channel.ReceiveAsync(only: null, default));

        for (int i = 0; i < 1000; i++)
        {
            transport.Send(ClientFrame.Ping($"{i}"));
            Assert.Equal($"{i}", Encoding.UTF8.GetString(Assert.Single(transport.Received()).Payload));
        }

        transport.Send(ClientFrame.Close(1001));
        time.Advance(OpenConnections.Period);

        Assert.Equal("Close 1001 ''", Assert.Single(transport.Received()).ToString());
        await Within.Cancelled(transport.Channel.Closed);
        Assert.Equal("lent", message!.Value.GetText());
        Assert.Null(await Within.Time(transport.Channel.ReceiveAsync(only: null, default)));
    }

    [Fact]
    public async Task A_client_that_never_answers_is_cut_off_after_the_close_timeout()
    {
        var time = new FakeTimeProvider();
        var transport = new InMemoryTransport(time: time).Start();
        var close = transport.Channel.CloseAsync(Bye);

        time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(transport.IsAborted);
        time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.True(transport.IsAborted);
        await Within.Time(close);
    }

    [Fact]
    public async Task A_client_that_reads_nothing_is_cut_off_after_the_close_timeout()
    {
        var time = new FakeTimeProvider();
        var transport = new InMemoryTransport(time: time, outputOptions: InMemoryTransport.Options(pause: 1)).Start();
        await Within.Time(transport.Channel.SendAsync("unread", default));
        transport.Send(ClientFrame.Close(1000));
        var close = transport.Channel.CloseAsync(Bye);
        Assert.False(close.IsCompleted);

        time.Advance(InMemoryTransport.DefaultLimits.CloseTimeout);

        await Within.Time(close);
        Assert.True(transport.IsAborted);
    }

    [Fact]
    public async Task A_client_that_answers_is_not_cut_off()
    {
        var time = new FakeTimeProvider();
        var transport = new InMemoryTransport(time: time).Start();
        var close = transport.Channel.CloseAsync(Bye);
        transport.Send(ClientFrame.Close(1000));
        await Within.Time(close);
        transport.Channel.Release();

        time.Advance(TimeSpan.FromHours(1));

        Assert.False(transport.IsAborted);
    }

    [Fact]
    public async Task Aborting_while_a_message_is_lent_ends_everything()
    {
        var transport = new InMemoryTransport().Start();
        transport.Send(ClientFrame.Text("lent"));
        await Within.Time(transport.Channel.ReceiveAsync(only: null, default));

        transport.Channel.Abort();

        await Within.Cancelled(transport.Channel.Closed);
        await Assert.ThrowsAsync<WebSocketException>(() => transport.Channel.SendAsync("late", default).AsTask());
        Assert.Null(await Within.Time(transport.Channel.ReceiveAsync(only: null, default)));
        await Within.Time(transport.Channel.CloseAsync(Bye));
        Assert.Null(transport.Channel.CloseStatus);
    }

    [Fact]
    public async Task A_client_that_vanishes_while_a_message_is_lent_and_answered_ends_everything()
    {
        var transport = new InMemoryTransport().Start();
        transport.Send(ClientFrame.Text("lent"));
        await Within.Time(transport.Channel.ReceiveAsync(only: null, default));
        transport.Vanish(new IOException("reset"));
        await transport.FromServer.CompleteAsync();

        await Within.Cancelled(transport.Channel.Closed);
        await Assert.ThrowsAsync<WebSocketException>(() => transport.Channel.SendAsync("late", default).AsTask());

        await Within.Time(transport.Channel.CloseAsync(Bye));
    }

    [Fact]
    public async Task A_transport_that_takes_nothing_more_but_stays_open_is_cut_off()
    {
        var time = new FakeTimeProvider();
        var transport = new InMemoryTransport(time: time).Start();
        await transport.FromServer.CompleteAsync();
        await transport.Channel.SendAsync("into the void", default);
        var close = transport.Channel.CloseAsync(Bye);

        time.Advance(InMemoryTransport.DefaultLimits.CloseTimeout);

        await Within.Time(close);
        Assert.True(transport.IsAborted);
    }

    [Fact]
    public async Task A_message_is_lent_until_its_receiver_goes_on_also_when_the_server_stops()
    {
        foreach (bool isFragmented in (bool[])[false, true])
        {
            var transport = new InMemoryTransport().Start();
            byte[] sent = new byte[3000];
            Array.Fill(sent, (byte)'x');
            if (isFragmented)
            {
                transport.Send(ClientFrame.Binary(sent[..1000]).NotFinal(), new ClientFrame(Opcode.Continuation, sent[1000..]));
            }
            else
            {
                transport.Send(ClientFrame.Binary(sent));
            }

            var message = await Within.Time(transport.Channel.ReceiveAsync(only: null, default));

            // A pipe hands its memory out again once it was given back, and so does the pool.
            transport.Channel.BeginClose(Bye);
            for (int i = 0; i < 20; i++)
            {
                transport.Send(ClientFrame.Binary(new byte[3000]));
            }

            transport.Send(ClientFrame.Close(1000));
            byte[] rented = System.Buffers.ArrayPool<byte>.Shared.Rent(4096);
            Array.Clear(rented);

            Assert.True(message!.Value.Data.Span.SequenceEqual(sent), "The lent message has changed under its receiver.");
            Assert.Null(await Within.Time(transport.Channel.ReceiveAsync(only: null, default)));
            await Within.Time(transport.Channel.CloseAsync(Bye));
            System.Buffers.ArrayPool<byte>.Shared.Return(rented);
            transport.Channel.Release();
        }
    }

    [Fact]
    public async Task A_client_that_stops_sending_and_reads_nothing_is_cut_off_after_the_close_timeout()
    {
        var time = new FakeTimeProvider();
        var transport = new InMemoryTransport(time: time, outputOptions: InMemoryTransport.Options(pause: 1)).Start();
        await Within.Time(transport.Channel.SendAsync("unread", default));
        transport.Vanish();
        var close = transport.Channel.CloseAsync(Bye);
        Assert.False(close.IsCompleted);

        time.Advance(InMemoryTransport.DefaultLimits.CloseTimeout);

        await Within.Time(close);
        Assert.True(transport.IsAborted);
    }
}
