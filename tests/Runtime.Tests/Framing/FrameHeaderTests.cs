using System.Buffers;

namespace Upwire.Runtime.Tests;

public sealed class FrameHeaderTests
{
    [Theory]
    [InlineData(0UL, 6)]
    [InlineData(1UL, 6)]
    [InlineData(125UL, 6)]
    [InlineData(126UL, 8)]
    [InlineData(127UL, 8)]
    [InlineData(65535UL, 8)]
    [InlineData(65536UL, 14)]
    [InlineData(65537UL, 14)]
    [InlineData(long.MaxValue, 14)]
    public void A_length_is_read_from_its_shortest_form(ulong length, int size)
    {
        byte[] bytes = new ClientFrame(Opcode.Binary, []) { DeclaredLength = length }.ToBytes();

        Assert.True(FrameHeader.TryRead(new(bytes), out var header));

        Assert.Equal(size, header.Size);
        Assert.Equal((long)length, header.PayloadLength);
        Assert.Equal(BitConverter.ToUInt32(ClientFrame.DefaultMask), header.Mask);
        Assert.True(header is { IsFinal: true, IsMasked: true, HasPaddedLength: false, HasReservedBits: false, Opcode: Opcode.Binary });
    }

    [Theory]
    [InlineData(0UL, 2, true)]
    [InlineData(125UL, 2, true)]
    [InlineData(126UL, 2, false)]
    [InlineData(0UL, 8, true)]
    [InlineData(126UL, 8, true)]
    [InlineData(65535UL, 8, true)]
    [InlineData(65536UL, 8, false)]
    public void A_longer_form_than_needed_is_noticed(ulong length, int lengthSize, bool isPadded)
    {
        byte[] bytes = new ClientFrame(Opcode.Binary, []) { DeclaredLength = length, LengthSize = lengthSize }.ToBytes();

        Assert.True(FrameHeader.TryRead(new(bytes), out var header));

        Assert.Equal(isPadded, header.HasPaddedLength);
        Assert.Equal((long)length, header.PayloadLength);
    }

    [Fact]
    public void A_length_of_64_bits_is_negative()
    {
        byte[] bytes = new ClientFrame(Opcode.Binary, []) { DeclaredLength = ulong.MaxValue }.ToBytes();

        Assert.True(FrameHeader.TryRead(new(bytes), out var header));

        Assert.True(header.PayloadLength < 0);
        Assert.False(header.HasPaddedLength);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_header_is_read_when_its_last_byte_is_there_however_it_is_cut(bool isMasked)
    {
        foreach (ulong length in (ulong[])[0, 125, 126, 65535, 65536])
        {
            byte[] bytes = new ClientFrame(Opcode.Text, []) { DeclaredLength = length, Mask = isMasked ? ClientFrame.DefaultMask : null }.ToBytes();
            for (int end = 0; end < bytes.Length; end++)
            {
                Assert.False(FrameHeader.TryRead(new(bytes[..end]), out _));
            }

            byte[] withPayload = [.. bytes, 1, 2, 3];
            for (int cut = 0; cut <= withPayload.Length; cut++)
            {
                Assert.True(FrameHeader.TryRead(Segments.Of(withPayload[..cut], withPayload[cut..]), out var header));
                Assert.Equal((long)length, header.PayloadLength);
                Assert.Equal(bytes.Length, header.Size);
                Assert.Equal(isMasked, header.IsMasked);
            }

            Assert.True(FrameHeader.TryRead(Segments.Of([.. bytes.Select(one => new[] { one })]), out _));
        }
    }

    [Fact]
    public void Every_bit_of_the_first_byte_has_its_meaning()
    {
        for (int first = 0; first <= 0xFF; first++)
        {
            Assert.True(FrameHeader.TryRead(new ReadOnlySequence<byte>([(byte)first, 0x80, 1, 2, 3, 4]), out var header));
            Assert.Equal((first & 0x80) != 0, header.IsFinal);
            Assert.Equal((first & 0x40) != 0, header.IsCompressed);
            Assert.Equal((first & 0x30) != 0, header.HasReservedBits);
            Assert.Equal(first & 0x0F, (int)header.Opcode);
            Assert.Equal((first & 0x08) != 0, header.IsControl);
        }
    }
}
