using System.Buffers;

namespace Upwire;

/// <summary>Puts a message together that does not lie in one piece of the transport's memory. Holds no buffer between messages.</summary>
internal struct MessageAssembler
{
    private const int SmallestBuffer = 1024;

    private byte[]? _buffer;

    public int Length { readonly get; private set; }

    public readonly ReadOnlyMemory<byte> Message => _buffer.AsMemory(0, Length);

    /// <summary>Adds the next bytes of the payload, unmasking them on the way.</summary>
    /// <param name="source">The masked bytes.</param>
    /// <param name="mask">The masking key of their frame.</param>
    /// <param name="offset">How many bytes of the frame came before.</param>
    /// <param name="expected">How long the message will be by what its frames have declared so far.</param>
    /// <returns>The same bytes, unmasked.</returns>
    public ReadOnlySpan<byte> Append(ReadOnlySpan<byte> source, uint mask, long offset, int expected)
    {
        Reserve(Length + source.Length, expected);
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

    // A declared length is a claim: memory is given for what has arrived, and twice that at the most.
    private void Reserve(int needed, int expected)
    {
        if (_buffer is not null && _buffer.Length >= needed)
        {
            return;
        }

        int size = Math.Max(needed, Math.Min(expected, Math.Max(SmallestBuffer, 2 * needed)));
        _buffer = RentedArray.Grow(_buffer, Length, size);
    }
}
