using System.Buffers;

namespace Upwire;

/// <summary>What is put together in arrays of the pool.</summary>
internal static class RentedArray
{
    /// <summary>Exchanges an array for a larger one.</summary>
    /// <param name="buffer">The array, which goes back to the pool; null where there is none yet.</param>
    /// <param name="length">How many of its bytes are kept.</param>
    /// <param name="size">The bytes that the larger one has at the least.</param>
    public static byte[] Grow(byte[]? buffer, int length, int size)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(size);
        if (buffer is not null)
        {
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return larger;
    }
}
