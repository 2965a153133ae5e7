using System.Buffers;
using System.Net.WebSockets;

namespace Upwire.Runtime.Tests;

/// <summary>Messages of the sizes at which headers, buffers and windows change, echoed in every form that they may come in.</summary>
public sealed class SizeMatrixTests
{
    private const int Largest = 131_073;

    private static readonly int[] Sizes =
    [
        0, 1, 2, 124, 125, 126, 127, 128, 2041, 2048, 4095, 4096, 4097, 16_383, 16_384, 16_385, 32_767, 32_768, 65_534, 65_535, 65_536, 65_537, 131_071, 131_072, Largest,
    ];

    private static readonly ConnectionLimits Limits = InMemoryTransport.DefaultLimits with { MaxMessageSize = Largest, MaxFragments = Largest + 2 };

    // Characters of one to four bytes.
    private static readonly byte[] Text = [.. Enumerable.Repeat("aé€😀"u8.ToArray(), (Largest / 10) + 1).SelectMany(static bytes => bytes)];

    private static readonly byte[] Noise = MakeNoise();

    public static TheoryData<bool, int, int> Forms
    {
        get
        {
            var forms = new TheoryData<bool, int, int>();
            foreach (bool isText in (bool[])[true, false])
            {
                foreach (int compression in (int[])[0, 1, 2])
                {
                    foreach (int fragment in (int[])[int.MaxValue, 1024, 97, 1])
                    {
                        forms.Add(isText, compression, fragment);
                    }
                }
            }

            return forms;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_size_is_echoed(bool isText, int compression, int fragment)
    {
        var deflate = compression == 0 ? null : DeflatingClient.Options(takesOver: compression == 2);
        var transport = new InMemoryTransport(Limits, deflate: deflate).Start();
        var echo = Handlers.EchoAsync(transport.Channel);
        var client = new DeflatingClient();
        var expected = new List<byte[]>();
        var output = new ArrayBufferWriter<byte>();

        // Fragments of a byte take a while.
        foreach (int size in Sizes.Where(size => size <= 40_000 * (long)fragment))
        {
            byte[] data = (isText ? Text : Noise)[..(isText ? size - (size % 10) : size)];
            expected.Add(data);
            var frames = Fragments(isText ? Opcode.Text : Opcode.Binary, deflate is null ? data : client.Compress(data), fragment, isCompressed: deflate is not null);
            SendCutInHeaders(transport, [.. frames]);
            output.Write(transport.ReceivedBytes());
        }

        transport.Send(ClientFrame.Close(1000));
        output.Write(transport.ReceivedBytes());
        await Within.Time(echo);

        // Reads as a client, with the checks of a server's frames; what is compressed is .NET's to read.
        Assert.All(ServerFrame.ReadAll(output.WrittenSpan), frame => Assert.NotEqual(Opcode.Continuation, frame.Opcode));
        var received = BuiltInWebSocket.Read(output.WrittenSpan.ToArray(), isServer: false, deflate);
        Assert.Equal(expected.Count, received.Messages.Count);
        foreach (var (sent, (type, data)) in expected.Zip(received.Messages))
        {
            Assert.Equal(isText ? WebSocketMessageType.Text : WebSocketMessageType.Binary, type);
            Assert.True(data.AsSpan().SequenceEqual(sent), $"{sent.Length} bytes");
        }

        Assert.Equal(WebSocketCloseStatus.NormalClosure, received.CloseStatus);
    }

    [Fact]
    public async Task A_message_may_be_fragmented_at_every_byte()
    {
        byte[] text = Text[..300];
        for (int first = 0; first <= text.Length; first++)
        {
            int second = (first + text.Length) / 2;
            var transport = new InMemoryTransport().Start();
            var collect = Handlers.CollectAsync(transport.Channel);

            transport.Send(
                new(Opcode.Text, text[..first]) { IsFinal = false }, ClientFrame.Ping("between"),
                new(Opcode.Continuation, text[first..second]) { IsFinal = false },
                new(Opcode.Continuation, text[second..]), ClientFrame.Close(1000));

            Assert.Equal(text, Assert.Single(await Within.Time(collect)).Data);
        }
    }

    [Fact]
    public async Task A_conversation_may_be_cut_at_every_two_bytes()
    {
        byte[] bytes = ClientFrame.Bytes(
            new ClientFrame(Opcode.Text, "a€"u8.ToArray()[..2]).NotFinal(), ClientFrame.Ping("x"), new(Opcode.Continuation, "a€"u8.ToArray()[2..]),
            new DeflatingClient().Frame(Opcode.Binary, [1, 2, 3]), ClientFrame.Close(1000));
        for (int first = 0; first <= bytes.Length; first++)
        {
            for (int second = first; second <= bytes.Length; second++)
            {
                var transport = new InMemoryTransport(deflate: DeflatingClient.Options(takesOver: false)).Start();
                var collect = Handlers.CollectAsync(transport.Channel);

                transport.Send(bytes.AsSpan(0, first));
                transport.Send(bytes.AsSpan(first, second - first));
                transport.Send(bytes.AsSpan(second));

                Assert.Equal([[.. "a€"u8], [1, 2, 3]], (await Within.Time(collect)).Select(static message => message.Data));
                Assert.Equal(["Pong [1] 'x'", "Close 1000 ''"], transport.Received().Select(static frame => frame.ToString()));
            }
        }
    }

    private static byte[] MakeNoise()
    {
        byte[] noise = new byte[Largest];
        new Random(1).NextBytes(noise);
        return noise;
    }

    private static IEnumerable<ClientFrame> Fragments(Opcode opcode, byte[] payload, int size, bool isCompressed)
    {
        int begin = 0;
        do
        {
            int count = Math.Min(size, payload.Length - begin);
            yield return new(begin == 0 ? opcode : Opcode.Continuation, payload[begin..(begin + count)])
            {
                IsFinal = begin + count == payload.Length,
                ReservedBits = isCompressed && begin == 0 ? 4 : 0,
            };
            begin += count;
        }
        while (begin < payload.Length);
    }

    // The bytes of each frame come in three reads: a byte of the header, the rest of it with half of the payload, and the rest.
    private static void SendCutInHeaders(InMemoryTransport transport, ClientFrame[] frames)
    {
        if (frames.Length > 1000)
        {
            transport.Send(frames);
            return;
        }

        foreach (var frame in frames)
        {
            byte[] bytes = frame.ToBytes();
            int middle = (bytes.Length + 1) / 2;
            transport.Send(bytes.AsSpan(0, 1));
            transport.Send(bytes.AsSpan(1, middle - 1));
            transport.Send(bytes.AsSpan(middle));
        }
    }
}
