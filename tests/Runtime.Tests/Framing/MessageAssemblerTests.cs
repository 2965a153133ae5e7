using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Upwire.Runtime.Tests;

public sealed class MessageAssemblerTests
{
    private const int Declared = 60 * 1024;

    [Fact]
    public void Memory_is_given_for_what_has_arrived_and_not_for_what_is_declared()
    {
        var assembler = new MessageAssembler();

        assembler.Reserve(10, Declared);
        assembler.Append(new byte[10], mask: 0, offset: 0);

        Assert.InRange(Capacity(assembler), 10, 1024);
        assembler.Clear();
    }

    [Fact]
    public void The_buffer_grows_with_the_bytes()
    {
        var assembler = new MessageAssembler();
        byte[] sent = new byte[Declared];
        new Random(3).NextBytes(sent);

        for (int at = 0; at < Declared; at += 100)
        {
            var arrived = sent.AsSpan(at, Math.Min(100, Declared - at));
            assembler.Reserve(arrived.Length, Declared);
            assembler.Append(arrived, mask: 0, at);

            // What the pool hands out is up to the next power of two.
            Assert.True(Capacity(assembler) <= Math.Max(1024, 4 * assembler.Length), $"{Capacity(assembler)} bytes for {assembler.Length}");
        }

        Assert.True(assembler.Message.Span.SequenceEqual(sent));
        assembler.Clear();
        Assert.True(assembler.Message.IsEmpty);
    }

    [Fact]
    public void Room_is_made_once_for_all_that_has_arrived_in_several_pieces()
    {
        const int Arrived = 20 * 1024;
        using var parser = new FrameParser(InMemoryTransport.DefaultLimits, sender: null!, inflater: null);
        var frame = ClientFrame.Binary(new byte[Arrived]) with { DeclaredLength = Declared };
        var buffer = Segments.Of([.. frame.ToBytes().Chunk(4096)]);

        Assert.Equal(ParseOutcome.NeedMore, parser.Parse(ref buffer));

        // Made piece by piece it would be twice of 12 KiB, in which the rest finds its place.
        Assert.InRange(Capacity(AssemblerOf(parser)), 2 * Arrived, 4 * Arrived);
    }

    [Fact]
    public void The_mask_stays_in_step_from_piece_to_piece()
    {
        var assembler = new MessageAssembler();
        byte[] frame = ClientFrame.Text("Hello, world").ToBytes();
        assembler.Reserve(frame.Length - 6, frame.Length - 6);
        for (int i = 6; i < frame.Length; i++)
        {
            var unmasked = assembler.Append(frame.AsSpan(i, 1), BitConverter.ToUInt32(ClientFrame.DefaultMask), i - 6);
            Assert.Equal("Hello, world"[i - 6], (char)unmasked[0]);
        }

        Assert.Equal("Hello, world"u8, assembler.Message.Span);
        assembler.Clear();
    }

    // The array under the message is what was rented.
    private static int Capacity(MessageAssembler assembler) =>
        MemoryMarshal.TryGetArray(assembler.Message, out var segment) ? segment.Array!.Length : 0;

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_assembler")]
    private static extern ref MessageAssembler AssemblerOf(FrameParser parser);
}
