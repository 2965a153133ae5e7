using System.Buffers;

namespace Upwire;

/// <summary>Puts a message together that does not lie in one piece of the transport's memory. Holds no buffer between messages.</summary>
internal struct MessageAssembler
{
    private const int SmallestBuffer = 1024;

    private byte[]? _buffer;

    public int Length { readonly get; private set; }

    public readonly ReadOnlyMemory<byte> Message => _buffer.AsMemory(0, Length);

    /// <summary>Makes room for the next bytes, all that have arrived.</summary>
    /// <param name="arrived">How many they are.</param>
    /// <param name="expected">How long the message will be by what its frames have declared so far.</param>
    public void Reserve(int arrived, int expected)
    {
        int needed = Length + arrived;
        if (needed > (_buffer?.Length ?? 0))
        {
            // A declared length is a claim: memory is given for what has arrived, and twice that at the most.
            int size = Math.Max(needed, Math.Min(expected, Math.Max(SmallestBuffer, 2 * needed)));
            _buffer = RentedArray.Grow(_buffer, Length, size);
        }
    }

    /// <summary>Adds bytes of the payload for which there is room, unmasking them on the way.</summary>
    /// <param name="source">The masked bytes.</param>
    /// <param name="mask">The masking key of their frame.</param>
    /// <param name="offset">How many bytes of the frame came before.</param>
    /// <returns>The same bytes, unmasked.</returns>
    public ReadOnlySpan<byte> Append(ReadOnlySpan<byte> source, uint mask, long offset)
    {
        var destination = _buffer.AsSpan(Length, source.Length);
        Masking.Apply(source, destination, mask, offset);
        Length += source.Length;
        return destination;
    }

    /// <summary>Hands the array with the message over to the caller, who returns it to the pool; null where the message is empty.</summary>
    public byte[]? Detach()
    {
        byte[]? buffer = _buffer;
        _buffer = null;
        Length = 0;
        return buffer;
    }

    public void Clear()
    {
        if (_buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = null;
        }

        Length = 0;
    }
}
