using System.Numerics;
using System.Runtime.InteropServices;

namespace Upwire;

/// <summary>The masking of client frames (RFC 6455 5.3), which is its own inverse.</summary>
internal static class Masking
{
    /// <summary>Unmasks from one place to another, or in place.</summary>
    /// <param name="source">The masked bytes.</param>
    /// <param name="destination">Where they go: <paramref name="source"/> itself, or memory that does not overlap it.</param>
    /// <param name="mask">The masking key, as its bytes lie in memory.</param>
    /// <param name="offset">How many bytes of the frame's payload came before.</param>
    public static void Apply(ReadOnlySpan<byte> source, Span<byte> destination, uint mask, long offset)
    {
        uint rotated = Rotate(mask, (int)(offset & 3));
        int done = 0;
        if (Vector.IsHardwareAccelerated && source.Length >= Vector<byte>.Count)
        {
            // A vector holds a whole number of keys, so the key stays in step from one to the next.
            var key = Vector.AsVectorByte(new Vector<uint>(rotated));
            for (; done <= source.Length - Vector<byte>.Count; done += Vector<byte>.Count)
            {
                (new Vector<byte>(source[done..]) ^ key).CopyTo(destination[done..]);
            }
        }

        for (; done <= source.Length - sizeof(uint); done += sizeof(uint))
        {
            uint word = MemoryMarshal.Read<uint>(source[done..]) ^ rotated;
            MemoryMarshal.Write(destination[done..], word);
        }

        ReadOnlySpan<byte> rest = MemoryMarshal.AsBytes(new ReadOnlySpan<uint>(in rotated));
        for (int i = 0; done < source.Length; done++, i++)
        {
            destination[done] = (byte)(source[done] ^ rest[i]);
        }
    }

    private static uint Rotate(uint mask, int bytes) =>
        BitConverter.IsLittleEndian ? BitOperations.RotateRight(mask, bytes * 8) : BitOperations.RotateLeft(mask, bytes * 8);
}
