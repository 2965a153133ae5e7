using System.Net.WebSockets;
using System.Text;

namespace Upwire.Runtime.Tests;

public sealed class ViolationTests
{
    private static readonly ConnectionLimits Limits = InMemoryTransport.DefaultLimits with { MaxMessageSize = 200, MaxFragments = 3 };

    private static readonly Dictionary<string, (ClientFrame[] Frames, int Code, string Reason)> All = new()
    {
        ["reserved bits"] = ([ClientFrame.Text("x") with { ReservedBits = 4 }], 1002, "reserved bits are set"),
        ["reserved opcode"] = ([new((Opcode)3, [])], 1002, "reserved opcode"),
        ["not masked"] = ([ClientFrame.Text("x") with { Mask = null }], 1002, "frame is not masked"),
        ["padded length"] = ([ClientFrame.Text("x") with { LengthSize = 8 }], 1002, "length is not in its shortest form"),
        ["negative length"] = ([ClientFrame.Text("x") with { DeclaredLength = ulong.MaxValue }], 1002, "length is over 63 bits"),
        ["fragmented ping"] = ([ClientFrame.Ping("x").NotFinal()], 1002, "control frame is fragmented"),
        ["long ping"] = ([ClientFrame.Ping(new string('x', 126))], 1002, "control frame is over 125 bytes"),
        ["nothing to continue"] = ([new(Opcode.Continuation, [1])], 1002, "continuation of no message"),
        ["continued after the end"] = ([ClientFrame.Text("x"), new(Opcode.Continuation, [1])], 1002, "continuation of no message"),
        ["not continued"] = ([ClientFrame.Text("x").NotFinal(), ClientFrame.Text("y")], 1002, "new message inside another"),
        ["half a close code"] = ([new(Opcode.Close, [3])], 1002, "invalid close frame"),
        ["reserved close code"] = ([ClientFrame.Close(1005)], 1002, "invalid close frame"),
        ["close reason not UTF-8"] = ([new(Opcode.Close, ClientFrame.ClosePayload(1000, [0xFF]))], 1007, "text is not UTF-8"),
        ["text not UTF-8"] = ([new(Opcode.Text, [0xFF])], 1007, "text is not UTF-8"),
        ["text cut in a character"] = ([new(Opcode.Text, [0xC3])], 1007, "text is not UTF-8"),
        ["fragmented text cut in a character"] = ([new ClientFrame(Opcode.Text, [0x41]).NotFinal(), new(Opcode.Continuation, [0xC3])], 1007, "text is not UTF-8"),
        ["fault in an unfinished text"] = ([new ClientFrame(Opcode.Text, [0xED, 0xA0]).NotFinal()], 1007, "text is not UTF-8"),
        ["too large as declared"] = ([ClientFrame.Binary() with { DeclaredLength = 201 }], 1009, "message is too large"),
        ["too large by 63 bits"] = ([ClientFrame.Binary() with { DeclaredLength = long.MaxValue }], 1009, "message is too large"),
        ["too large in sum"] = ([ClientFrame.Binary(new byte[150]).NotFinal(), new(Opcode.Continuation, []) { DeclaredLength = 51 }], 1009, "message is too large"),
        ["too many fragments"] = ([ClientFrame.Text("").NotFinal(), new(Opcode.Continuation, []) { IsFinal = false }, new(Opcode.Continuation, []) { IsFinal = false }, new(Opcode.Continuation, [])], 1008, "message has too many fragments"),
    };

    public static TheoryData<string> Names => new(All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_violation_is_told_in_the_close_frame_and_ends_the_connection(string name)
    {
        var (frames, code, reason) = All[name];
        byte[] bytes = ClientFrame.Bytes(frames);
        foreach (int cut in (int[])[0, 1, bytes.Length - 1])
        {
            var transport = new InMemoryTransport(Limits).Start();
            var collect = Handlers.CollectAsync(transport.Channel);

            transport.Send(bytes[..cut]);
            transport.Send(bytes[cut..]);

            byte[] close = [0x88, (byte)(2 + reason.Length), (byte)(code >> 8), (byte)code, .. Encoding.UTF8.GetBytes(reason)];
            Assert.Equal(close, transport.ReceivedBytes());
            await Within.Time(collect);
            await Within.Cancelled(transport.Channel.Closed);
            Assert.Equal((WebSocketCloseStatus)code, transport.Channel.CloseStatus);
            Assert.Equal(reason, transport.Channel.CloseReason);
            transport.Vanish();
            await Within.Time(Handlers.ReturnAsync(transport.Channel));
            Assert.Empty(transport.ReceivedBytes());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_violation_after_the_client_has_stopped_reading_ends_the_connection(string name)
    {
        var transport = new InMemoryTransport(Limits).Start();
        await transport.FromServer.CompleteAsync();
        transport.Send(ClientFrame.Ping("finds out"));

        // On another thread: a connection that goes round in circles is to fail the test, and not to stop it.
        await Within.Time(Task.Run(() => transport.Send(All[name].Frames), TestContext.Current.CancellationToken));

        transport.Vanish();
        Assert.DoesNotContain(await Within.Time(Handlers.CollectAsync(transport.Channel)), message => message.Data.Length > 1);
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }

    [Fact]
    public async Task A_violation_is_found_at_the_byte_that_makes_it_one()
    {
        var transport = new InMemoryTransport(Limits).Start();
        byte[] bytes = new ClientFrame(Opcode.Text, [0xF4, 0x90, 0x80, 0x80]) { DeclaredLength = 100 }.ToBytes();

        transport.Send(bytes[..7]);
        Assert.Empty(transport.ReceivedBytes());
        transport.Send(bytes[7..8]);
        Assert.Equal(1007, Assert.Single(transport.Received()).CloseCode);

        transport.Vanish();
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }

    [Fact]
    public async Task Messages_before_a_violation_are_received()
    {
        var transport = new InMemoryTransport(Limits).Start();
        var collect = Handlers.CollectAsync(transport.Channel);

        transport.Send(ClientFrame.Text("right"), ClientFrame.Text("wrong") with { Mask = null });
        transport.Vanish();

        Assert.Equal("right"u8.ToArray(), Assert.Single(await Within.Time(collect)).Data);
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_of_a_type_that_is_not_taken_is_told_before_a_violation_behind_it(bool isWaitedFor)
    {
        var transport = new InMemoryTransport(Limits).Start();
        byte[] bytes = ClientFrame.Bytes(ClientFrame.Binary(1), new((Opcode)3, []));
        var waiting = isWaitedFor ? transport.Channel.ReceiveAsync(WebSocketMessageType.Text, default).AsTask() : null;

        transport.Send(bytes);

        Assert.Null(await Within.Time(waiting ?? transport.Channel.ReceiveAsync(WebSocketMessageType.Text, default).AsTask()));
        Assert.Equal("Close 1003 'only text is understood'", Assert.Single(transport.Received()).ToString());
        transport.Send(ClientFrame.Close(1003));
        await Within.Time(transport.Channel.CloseAsync(new(WebSocketCloseStatus.NormalClosure, "")));
        Assert.Equal(WebSocketCloseStatus.InvalidMessageType, transport.Channel.CloseStatus);
    }
}
