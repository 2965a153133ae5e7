using System.Net.WebSockets;
using System.Text;

namespace Upwire.Runtime.Tests;

/// <summary>Compressed messages on pipes in memory.</summary>
public sealed class CompressedChannelTests
{
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("ein Überfluß an Wörtern ", 40)));

    private static readonly Dictionary<string, (ClientFrame[] Frames, int Code)> Violations = new()
    {
        ["continuation"] = ([Message(Opcode.Text, Text).NotFinal(), new(Opcode.Continuation, []) { ReservedBits = 4 }], 1002),
        ["ping"] = ([ClientFrame.Ping("x") with { ReservedBits = 4 }], 1002),
        ["close"] = ([ClientFrame.Close(1000) with { ReservedBits = 4 }], 1002),
        ["other reserved bit"] = ([Message(Opcode.Text, Text) with { ReservedBits = 6 }], 1002),
        ["not UTF-8"] = ([Message(Opcode.Text, [.. Text, 0xC3])], 1007),
        ["does not inflate"] = ([new(Opcode.Text, [0x06]) { ReservedBits = 4 }], 1007),
        ["too large"] = ([Message(Opcode.Binary, new byte[(64 * 1024) + 1])], 1009),
        ["too large as declared"] = ([new(Opcode.Binary, []) { ReservedBits = 4, DeclaredLength = 80_000 }], 1009),
    };

    public static TheoryData<string> Names => new(Violations.Keys);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Messages_are_echoed_compressed(bool takesOver)
    {
        var transport = new InMemoryTransport(deflate: DeflatingClient.Options(takesOver)).Start();
        var echo = Handlers.EchoAsync(transport.Channel);
        var client = new DeflatingClient(takesOver);

        transport.Send(client.Frame(Opcode.Text, Text), client.Frame(Opcode.Text, Text));

        var frames = transport.Received();
        Assert.All(frames, frame => Assert.True(frame is { IsCompressed: true, Opcode: Opcode.Text }));
        Assert.Equal(Text, DeflatingClient.Decompress(frames[0].Payload));
        Assert.Equal(takesOver, frames[1].Payload.Length < frames[0].Payload.Length / 2);
        await EndAsync(transport, echo);
    }

    [Fact]
    public async Task A_message_may_be_compressed_or_not()
    {
        var transport = new InMemoryTransport(deflate: DeflatingClient.Options(takesOver: true)).Start();
        var collect = Handlers.CollectAsync(transport.Channel);
        var client = new DeflatingClient(takesOver: true);

        transport.Send(client.Frame(Opcode.Text, Text), new(Opcode.Text, Text), client.Frame(Opcode.Binary, []), new(Opcode.Binary, []), client.Frame(Opcode.Text, Text));
        transport.Send(ClientFrame.Close(1000));

        Assert.Equal([Text, Text, [], [], Text], (await Within.Time(collect)).Select(message => message.Data));
        await EndAsync(transport, Task.CompletedTask);
    }

    [Fact]
    public async Task A_compressed_message_may_be_cut_anywhere()
    {
        byte[] compressed = new DeflatingClient().Compress(Text[..300], Text[300..]);
        for (int cut = 0; cut <= compressed.Length; cut++)
        {
            var transport = new InMemoryTransport(deflate: DeflatingClient.Options(takesOver: false)).Start();
            var collect = Handlers.CollectAsync(transport.Channel);

            transport.Send(
                new(Opcode.Text, compressed[..cut]) { ReservedBits = 4, IsFinal = false }, ClientFrame.Ping("between"),
                new(Opcode.Continuation, compressed[cut..]), ClientFrame.Close(1000));

            Assert.Equal(Text, Assert.Single(await Within.Time(collect)).Data);
            await EndAsync(transport, Task.CompletedTask);
        }
    }

    [Fact]
    public async Task What_is_short_is_sent_as_it_is_where_it_has_nothing_to_refer_to()
    {
        var transport = new InMemoryTransport(deflate: DeflatingClient.Options(takesOver: false)).Start();

        await transport.Channel.SendAsync(new string('x', 127), default);
        await transport.Channel.SendAsync(new string('x', 128), default);

        Assert.Equal([false, true], transport.Received().Select(frame => frame.IsCompressed));
        await EndAsync(transport, Handlers.ReturnAsync(transport.Channel));
    }

    [Fact]
    public async Task What_waits_for_a_slow_client_is_compressed_when_it_is_sent()
    {
        var limits = InMemoryTransport.DefaultLimits with { SlowClient = SlowClient.DropOldest, SendBufferSize = 20_000 };
        var transport = new InMemoryTransport(limits, outputOptions: InMemoryTransport.Options(pause: 1), deflate: DeflatingClient.Options(takesOver: true)).Start();
        using var client = new InflatingClient();
        var sent = new List<string>();
        for (int i = 0; i < 100; i++)
        {
            sent.Add($"{i}: {string.Concat(Enumerable.Repeat(Guid.NewGuid(), 30))}");
            await transport.Channel.SendAsync(sent[^1], default);
        }

        // Some were dropped; the client understands the others all the same.
        var received = new List<string>();
        while (transport.ReceivedBytes() is { Length: > 0 } bytes)
        {
            received.AddRange(await client.ReadTextsAsync(bytes));
        }

        Assert.InRange(received.Count, 2, 99);
        Assert.Equal(sent[0], received[0]);
        Assert.Equal(sent[^(received.Count - 1)..], received[1..]);
        await transport.FromServer.CompleteAsync();
        await EndAsync(transport, Handlers.ReturnAsync(transport.Channel));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_violation_is_told_in_the_close_frame(string name)
    {
        var (frames, code) = Violations[name];
        var transport = new InMemoryTransport(deflate: DeflatingClient.Options(takesOver: false)).Start();
        var collect = Handlers.CollectAsync(transport.Channel);

        transport.Send(frames);

        Assert.Equal(code, Assert.Single(transport.Received()).CloseCode);
        Assert.Empty(await Within.Time(collect));
        transport.Vanish();
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }

    [Fact]
    public async Task A_transport_that_takes_nothing_more_is_the_end()
    {
        var transport = new InMemoryTransport(deflate: DeflatingClient.Options(takesOver: false)).Start();
        await transport.Output.CompleteAsync();

        await Assert.ThrowsAsync<WebSocketException>(async () => await transport.Channel.SendAsync(new string('x', 1000), default));

        Assert.True(transport.Channel.Closed.IsCancellationRequested);
        transport.Vanish();
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
    }

    private static ClientFrame Message(Opcode opcode, byte[] data) => new DeflatingClient().Frame(opcode, data);

    private static async Task EndAsync(InMemoryTransport transport, Task handler)
    {
        transport.Vanish();
        await Within.Time(handler);
        await Within.Time(Handlers.ReturnAsync(transport.Channel));
        transport.Channel.Release();
    }
}
