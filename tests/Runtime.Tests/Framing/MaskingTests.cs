using System.Runtime.InteropServices;

namespace Upwire.Runtime.Tests;

public sealed class MaskingTests
{
    private const int MaxLength = 100;

    [Fact]
    public void Every_length_alignment_and_offset_is_masked_as_a_naive_loop_does()
    {
        byte[] mask = [0x12, 0xA5, 0xFF, 0x07];
        uint key = MemoryMarshal.Read<uint>(mask);
        byte[] data = new byte[MaxLength + 64];
        new Random(1).NextBytes(data);
        byte[] target = new byte[data.Length];
        for (int alignment = 0; alignment < 32; alignment++)
        {
            for (int length = 0; length <= MaxLength; length++)
            {
                for (int offset = 0; offset < 5; offset++)
                {
                    var source = data.AsSpan(alignment, length);
                    byte[] expected = Naive(source, mask, offset);

                    // Out of place, to another alignment, and not a byte beyond.
                    target.AsSpan().Fill(0xCC);
                    var destination = target.AsSpan(31 - alignment, length);
                    Masking.Apply(source, destination, key, offset);
                    Assert.True(destination.SequenceEqual(expected), $"alignment {alignment}, length {length}, offset {offset}");
                    Assert.True(target[31 - alignment + length] == 0xCC && (alignment == 31 || target[30 - alignment] == 0xCC), "written beyond the destination");

                    // In place.
                    data.CopyTo(target, 0);
                    var inPlace = target.AsSpan(alignment, length);
                    Masking.Apply(inPlace, inPlace, key, offset);
                    Assert.True(inPlace.SequenceEqual(expected), $"in place: alignment {alignment}, length {length}, offset {offset}");
                }
            }
        }
    }

    [Fact]
    public void The_offset_may_exceed_32_bits()
    {
        byte[] mask = [1, 2, 3, 4];
        byte[] data = [0, 0, 0, 0, 0];
        Masking.Apply(data, data, MemoryMarshal.Read<uint>(mask), (1L << 33) + 1);
        Assert.Equal([2, 3, 4, 1, 2], data);
    }

    private static byte[] Naive(ReadOnlySpan<byte> source, byte[] mask, int offset)
    {
        byte[] result = source.ToArray();
        for (int i = 0; i < result.Length; i++)
        {
            result[i] ^= mask[(offset + i) % 4];
        }

        return result;
    }
}
