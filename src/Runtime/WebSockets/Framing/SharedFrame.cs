using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace Upwire;

/// <summary>A message that many clients get: framed once, and compressed once for all whose parameters are the same.</summary>
internal sealed class SharedFrame
{
    // RFC 7692 7.1.2.1: windows have 8 to 15 bits.
    private const int LargestWindow = 15;

    private readonly byte[] _bytes;
    private readonly int _payloadLength;
    private readonly Lock _gate = new();
    private byte[]?[]? _compressed;

    private SharedFrame(WebSocketMessageType type, int payloadLength)
    {
        Type = type;
        _payloadLength = payloadLength;
        _bytes = GC.AllocateUninitializedArray<byte>(FrameWriter.SizeOf(payloadLength));
        FrameWriter.WriteHeader(_bytes, Opcode, payloadLength);
    }

    public SharedFrame(string text)
        : this(WebSocketMessageType.Text, Encoding.UTF8.GetByteCount(text)) =>
        Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_bytes.Length - _payloadLength));

    public SharedFrame(ReadOnlySpan<byte> payload, WebSocketMessageType type)
        : this(type, payload.Length) =>
        payload.CopyTo(_bytes.AsSpan(_bytes.Length - _payloadLength));

    public WebSocketMessageType Type { get; }

    public Opcode Opcode => Type == WebSocketMessageType.Text ? Opcode.Text : Opcode.Binary;

    /// <summary>The whole frame.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    public ReadOnlyMemory<byte> Payload => _bytes.AsMemory(_bytes.Length - _payloadLength);

    /// <summary>The frame, compressed by itself: what came before is no part of it, so it is the same for all with such a window.</summary>
    /// <param name="windowBits">The size of the window, as the exponent of two.</param>
    /// <param name="deflater">One with such a window, which compresses it if none has.</param>
    public ReadOnlySpan<byte> Compressed(int windowBits, MessageDeflater deflater)
    {
        lock (_gate)
        {
            ref byte[]? frame = ref (_compressed ??= new byte[]?[LargestWindow + 1])[windowBits];
            if (frame is null)
            {
                var buffer = new ArrayBufferWriter<byte>(_bytes.Length);
                deflater.Compress(new OutgoingFrame(this), buffer);
                frame = buffer.WrittenSpan.ToArray();
            }

            return frame;
        }
    }
}
