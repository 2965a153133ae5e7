using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.WebSockets;

namespace Upwire;

/// <summary>Inflates messages (RFC 7692 7.2.2), into no more memory than one may have. The pump's own, as the parser is.</summary>
/// <param name="options">What was agreed on.</param>
internal sealed class MessageInflater(WebSocketDeflateOptions options) : IDisposable
{
    private const int SmallestBuffer = 1024;
    private const int LikelyRatio = 4;

    private readonly CodecStream _stream = new();

    // That of a final, compressed, binary frame: its length stands in eight bytes, and a mask of zeros changes nothing.
    private readonly byte[] _header = [0xC2, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    private WebSocket? _codec;

    /// <summary>Inflates a message.</summary>
    /// <param name="compressed">The payload of all its frames.</param>
    /// <param name="limit">The bytes that it may have.</param>
    /// <param name="message">The message, in a rented array, which is the caller's.</param>
    /// <returns>What is wrong with it; null where nothing is.</returns>
    public FrameViolation? Inflate(ReadOnlyMemory<byte> compressed, int limit, out ArraySegment<byte> message)
    {
        // One byte more than may be there tells that there is more.
        int largest = Math.Min(limit, Array.MaxLength - 1) + 1;
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(largest, Math.Max(SmallestBuffer, (long)LikelyRatio * compressed.Length)));
        int length = 0;
        BinaryPrimitives.WriteInt64BigEndian(_header.AsSpan(2), compressed.Length);
        _stream.SetInput(_header, compressed);
        FrameViolation? violation = null;
        bool isComplete = false;
        while (!isComplete && violation is null)
        {
            buffer = length < buffer.Length ? buffer : RentedArray.Grow(buffer, length, (int)Math.Min(largest, 2L * length));
            violation = Read(buffer.AsMemory(length, Math.Min(buffer.Length, largest) - length), out int count, out isComplete);
            length += count;
            violation ??= length > limit ? FrameViolation.TooLarge : null;
        }

        if (violation is not null)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            length = 0;
            buffer = [];
        }

        _stream.SetInput(default, default);
        message = new(buffer, 0, length);
        return violation;
    }

    public void Dispose()
    {
        _codec?.Dispose();
        _stream.Dispose();
    }

    private FrameViolation? Read(Memory<byte> destination, out int count, out bool isComplete)
    {
        count = 0;
        isComplete = false;
        int unread = _stream.Unread;
        _codec ??= DeflateCodec.Create(_stream, options);
        try
        {
            var received = _codec.ReceiveAsync(destination, CancellationToken.None);
            Debug.Assert(received.IsCompleted, "The stream never waits.");
            var result = received.GetAwaiter().GetResult();
            count = result.Count;
            isComplete = result.EndOfMessage;
        }
        catch (WebSocketException)
        {
            return FrameViolation.InvalidCompression;
        }

        // .NET reads nothing behind a final block (RFC 7692 7.2.3.4), and some of its versions do not say so: nobody is to ask for ever.
        return !isComplete && count == 0 && unread == _stream.Unread ? FrameViolation.InvalidCompression : null;
    }
}
