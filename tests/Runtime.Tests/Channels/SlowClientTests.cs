using System.Net.WebSockets;

namespace Upwire.Runtime.Tests;

/// <summary>What becomes of messages to a client that takes nothing. Each is a frame of 10 bytes.</summary>
public sealed class SlowClientTests
{
    // Behind the first message, which the transport has taken and the client has not.
    private const int RoomForThree = 40;

    [Theory]
    [InlineData(RoomForThree, "message0 message1 message2 message3")]
    [InlineData(RoomForThree - 1, "message0 message1 message2")]
    [InlineData(RoomForThree + 9, "message0 message1 message2 message3")]
    [InlineData(RoomForThree + 10, "message0 message1 message2 message3 message4")]
    public async Task The_newest_messages_are_dropped_beyond_the_budget(int budget, string arriving)
    {
        var transport = await SendAsync(SlowClient.DropNewest, budget, count: 5);

        await ExpectAsync(transport, arriving);
        await Within.Time(transport.Channel.SendAsync("later", default));
        await ExpectAsync(transport, "later");
        await EndAsync(transport);
    }

    [Theory]
    [InlineData(RoomForThree, "message0 message2 message3 message4")]
    [InlineData(RoomForThree - 1, "message0 message3 message4")]
    [InlineData(RoomForThree + 9, "message0 message2 message3 message4")]
    [InlineData(RoomForThree + 10, "message0 message1 message2 message3 message4")]
    public async Task The_oldest_messages_are_dropped_beyond_the_budget(int budget, string arriving)
    {
        var transport = await SendAsync(SlowClient.DropOldest, budget, count: 5);

        await ExpectAsync(transport, arriving);
        await Within.Time(transport.Channel.SendAsync("later", default));
        await ExpectAsync(transport, "later");
        await EndAsync(transport);
    }

    [Fact]
    public async Task A_message_that_no_dropping_makes_room_for_is_dropped_itself()
    {
        var transport = await SendAsync(SlowClient.DropOldest, RoomForThree, count: 3);

        await Within.Time(transport.Channel.SendAsync(new string('x', 29), default));

        await ExpectAsync(transport, "message0 message1 message2");
        await EndAsync(transport);
    }

    [Fact]
    public async Task One_that_just_fits_takes_the_place_of_all_others()
    {
        var transport = await SendAsync(SlowClient.DropOldest, RoomForThree, count: 3);
        string large = new('x', 28);

        await Within.Time(transport.Channel.SendAsync(large, default));

        await ExpectAsync(transport, $"message0 {large}");
        await EndAsync(transport);
    }

    [Fact]
    public async Task The_connection_is_closed_with_1013_beyond_the_budget()
    {
        var transport = await SendAsync(SlowClient.Close, RoomForThree, count: 4);
        Assert.Null(transport.Channel.CloseStatus);
        var receive = transport.Channel.ReceiveAsync(only: null, default);

        var exception = await Assert.ThrowsAsync<WebSocketException>(() => Within.Time(transport.Channel.SendAsync("message4", default)));

        Assert.Contains("reads too slowly", exception.Message);
        Assert.Null(await Within.Time(receive));
        await Within.Cancelled(transport.Channel.Closed);
        await Assert.ThrowsAsync<WebSocketException>(() => Within.Time(transport.Channel.SendAsync("message5", default)));
        Assert.Equal("message0", (await transport.ReceiveAsync()).Text);
        var close = await transport.ReceiveAsync();
        Assert.Equal("Close 1013 'client reads too slowly'", close.ToString());
        transport.Send(ClientFrame.Close(1013));
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
        Assert.False(transport.IsAborted);
    }

    [Fact]
    public async Task Pongs_and_the_close_frame_need_no_room()
    {
        var transport = await SendAsync(SlowClient.DropNewest, budget: 10, count: 1);

        transport.Send(ClientFrame.Ping("there?"));
        transport.Send(ClientFrame.Close(1000));

        Assert.Equal("message0", (await transport.ReceiveAsync()).Text);
        Assert.Equal("Pong [6] 'there?'", (await transport.ReceiveAsync()).ToString());
        Assert.Equal("Close 1000 ''", (await transport.ReceiveAsync()).ToString());
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }

    // A policy other than waiting never makes a sender wait.
    private static async Task<InMemoryTransport> SendAsync(SlowClient policy, int budget, int count)
    {
        var limits = InMemoryTransport.DefaultLimits with { SlowClient = policy, SendBufferSize = budget };
        var transport = new InMemoryTransport(limits, outputOptions: InMemoryTransport.Options(pause: 1)).Start();
        for (int i = 0; i < count; i++)
        {
            var sending = transport.Channel.SendAsync($"message{i}", default);
            Assert.True(sending.IsCompletedSuccessfully);
            await sending;
        }

        return transport;
    }

    private static async Task ExpectAsync(InMemoryTransport transport, string texts)
    {
        foreach (string text in texts.Split(' '))
        {
            Assert.Equal(text, (await transport.ReceiveAsync()).Text);
        }
    }

    private static async Task EndAsync(InMemoryTransport transport)
    {
        transport.Vanish();
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }
}
