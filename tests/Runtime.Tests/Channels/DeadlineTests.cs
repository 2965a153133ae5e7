using Microsoft.Extensions.Time.Testing;

namespace Upwire.Runtime.Tests;

/// <summary>How long the server waits for a client, by a clock that the test moves.</summary>
public sealed class DeadlineTests
{
    private static readonly ConnectionLimits Limits = InMemoryTransport.DefaultLimits with
    {
        MessageTimeout = TimeSpan.FromSeconds(4),
        KeepAliveInterval = TimeSpan.FromSeconds(10),
        KeepAliveTimeout = TimeSpan.FromSeconds(15),
    };

    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(9)]
    public async Task A_message_that_stays_incomplete_closes_with_1008(int bytes)
    {
        var transport = Start();
        transport.Send(ClientFrame.Text("hello").ToBytes().AsSpan(0, bytes));

        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Empty(transport.Received());
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("Close 1008 'message took too long to become complete'", Assert.Single(transport.Received()).ToString());
        Assert.Null(await Within.Time(transport.Channel.ReceiveAsync(only: null, default)));
        await EndAsync(transport);
    }

    [Fact]
    public async Task So_does_one_whose_last_fragment_never_comes_whatever_else_does()
    {
        var transport = Start();
        transport.Send(new ClientFrame(Opcode.Text, "hel"u8.ToArray()) { IsFinal = false });
        for (int i = 0; i < 3; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            transport.Send(ClientFrame.Ping("p"), new ClientFrame(Opcode.Continuation, "l"u8.ToArray()) { IsFinal = false });
        }

        Assert.All(transport.Received(), static frame => Assert.Equal(Opcode.Pong, frame.Opcode));
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1008, Assert.Single(transport.Received()).CloseCode);
        await EndAsync(transport);
    }

    [Fact]
    public async Task A_byte_a_second_does_not_prolong_the_time()
    {
        var transport = new InMemoryTransport(time: _time).Start();
        var receive = transport.Channel.ReceiveAsync(only: null, default);
        byte[] bytes = new ClientFrame(Opcode.Binary, new byte[100]).ToBytes();
        int seconds = 0;
        for (; transport.Channel.CloseStatus is null; seconds++)
        {
            transport.Send(bytes.AsSpan(seconds, 1));
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(InMemoryTransport.DefaultLimits.MessageTimeout.TotalSeconds, seconds);
        Assert.Equal(1008, Assert.Single(transport.Received(), static frame => frame.Opcode == Opcode.Close).CloseCode);
        Assert.Null(await Within.Time(receive));
        transport.Vanish();
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }

    [Fact]
    public async Task The_time_begins_anew_with_each_message()
    {
        var transport = Start();
        var echo = Handlers.EchoAsync(transport.Channel);
        byte[] hello = ClientFrame.Text("hello").ToBytes();
        transport.Send(hello.AsSpan(0, 3));
        for (int i = 0; i < 5; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(3));
            transport.Send([.. hello.AsSpan(3), .. hello.AsSpan(0, 3)]);
            Assert.Equal("hello", Assert.Single(transport.Received(), static frame => frame.Opcode == Opcode.Text).Text);
        }

        transport.Send(hello.AsSpan(3));
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.DoesNotContain(transport.Received(), static frame => frame.Opcode == Opcode.Close);
        await EndAsync(transport);
        await Within.Time(echo);
    }

    [Fact]
    public async Task A_message_that_the_handler_does_not_take_is_not_the_clients_fault()
    {
        var transport = Start();
        transport.Send(ClientFrame.Text("one"));
        transport.Send(ClientFrame.Text("two"));
        transport.Send(ClientFrame.Text("three").ToBytes().AsSpan(0, 4));

        _time.Advance(TimeSpan.FromHours(1));

        Assert.False(transport.IsAborted);
        Assert.DoesNotContain(transport.Received(), static frame => frame.Opcode == Opcode.Close);
        Assert.Equal("one", (await Within.Time(transport.Channel.ReceiveAsync(only: null, default)))!.Value.GetText());
        await EndAsync(transport);
    }

    [Fact]
    public async Task A_ping_is_sent_every_interval_to_a_client_that_answers()
    {
        var transport = Start();
        for (int i = 0; i < 5; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(9));
            Assert.Empty(transport.Received());
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal("Ping [0] ''", Assert.Single(transport.Received()).ToString());
            transport.Send(new ClientFrame(Opcode.Pong, []));
        }

        Assert.False(transport.IsAborted);
        await EndAsync(transport);
    }

    [Fact]
    public async Task A_client_that_answers_no_ping_is_aborted()
    {
        var transport = Start();
        var receive = transport.Channel.ReceiveAsync(only: null, default);

        AdvanceBySeconds(24);
        Assert.False(transport.IsAborted);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(transport.IsAborted);
        Assert.Null(await Within.Time(receive));
        await Within.Cancelled(transport.Channel.Closed);
        Assert.Null(transport.Channel.CloseStatus);
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }

    [Fact]
    public async Task Whatever_else_the_client_says_is_as_good_as_a_pong()
    {
        var transport = Start();
        var echo = Handlers.EchoAsync(transport.Channel);
        for (int i = 0; i < 10; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(12));
            transport.Send(ClientFrame.Text("here"));
        }

        Assert.False(transport.IsAborted);
        await EndAsync(transport);
        await Within.Time(echo);
    }

    [Fact]
    public async Task Nobody_is_taken_for_dead_whom_the_server_does_not_listen_to()
    {
        var transport = Start();
        transport.Send(ClientFrame.Text("one"));
        transport.Send(new ClientFrame(Opcode.Pong, []));

        _time.Advance(TimeSpan.FromHours(1));
        Assert.False(transport.IsAborted);

        await Within.Time(transport.Channel.ReceiveAsync(only: null, default));
        _ = transport.Channel.ReceiveAsync(only: null, default).AsTask();
        AdvanceBySeconds(26);
        Assert.True(transport.IsAborted);
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }

    [Fact]
    public async Task A_client_that_takes_nothing_is_aborted_whether_it_is_listened_to_or_not()
    {
        var transport = Start(pause: 1);
        await Within.Time(transport.Channel.SendAsync("never taken", default));
        transport.Send(ClientFrame.Text("never received"));

        AdvanceBySeconds(26);

        Assert.True(transport.IsAborted);
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }

    [Fact]
    public async Task One_ping_waits_for_a_client_that_reads_nothing()
    {
        var transport = Start(pause: 1);
        await Within.Time(transport.Channel.SendAsync("first", default));
        for (int i = 0; i < 3; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            transport.Send(new ClientFrame(Opcode.Pong, []));
        }

        Assert.Equal("first", (await transport.ReceiveAsync()).Text);
        Assert.Equal(Opcode.Ping, (await transport.ReceiveAsync()).Opcode);
        Assert.Empty(transport.Received());
        await EndAsync(transport);
    }

    [Fact]
    public async Task A_client_that_takes_what_waits_for_it_is_alive()
    {
        var transport = Start(pause: 1);
        _ = transport.Channel.ReceiveAsync(only: null, default).AsTask();
        for (int i = 0; i < 12; i++)
        {
            // Larger than what is flushed at once.
            await Within.Time(transport.Channel.SendAsync(new string('x', 70_000), default));
        }

        for (int i = 0; i < 10; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(9));
            await transport.ReceiveAsync();
        }

        Assert.False(transport.IsAborted);
        await transport.FromServer.CompleteAsync();
        await EndAsync(transport);
    }

    [Fact]
    public async Task Without_an_interval_there_are_no_pings()
    {
        var transport = new InMemoryTransport(Limits with { KeepAliveInterval = Timeout.InfiniteTimeSpan }, _time).Start();

        _time.Advance(TimeSpan.FromHours(1));

        Assert.Empty(transport.Received());
        Assert.False(transport.IsAborted);
        await EndAsync(transport);
    }

    private static async Task EndAsync(InMemoryTransport transport)
    {
        transport.Vanish();
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }

    // Of all that is due within one step, the clock shows the end of the step.
    private void AdvanceBySeconds(int seconds)
    {
        for (int i = 0; i < seconds; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    private InMemoryTransport Start(long pause = 0) => new InMemoryTransport(Limits, _time, InMemoryTransport.Options(pause)).Start();
}
