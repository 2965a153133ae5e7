using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Upwire;

/// <summary>Writes the frames of a server: whole messages, not masked (RFC 6455 5.1).</summary>
internal static class FrameWriter
{
    // What is asked for in one piece; a pool block has 4 KiB. Larger payloads are asked for by what copies them.
    private const int LargestPiece = 2048;

    public static int SizeOf(int payloadLength) => HeaderSize(payloadLength) + payloadLength;

    public static void Write(IBufferWriter<byte> output, Opcode opcode, ReadOnlySpan<byte> payload)
    {
        int headerSize = HeaderSize(payload.Length);
        if (headerSize + payload.Length <= LargestPiece)
        {
            var span = output.GetSpan(headerSize + payload.Length);
            WriteHeader(span, opcode, payload.Length);
            payload.CopyTo(span[headerSize..]);
            output.Advance(headerSize + payload.Length);
            return;
        }

        WriteHeader(output.GetSpan(headerSize), opcode, payload.Length);
        output.Advance(headerSize);
        output.Write(payload);
    }

    public static void WriteText(IBufferWriter<byte> output, string text, int byteCount)
    {
        int headerSize = HeaderSize(byteCount);
        if (headerSize + byteCount <= LargestPiece)
        {
            var span = output.GetSpan(headerSize + byteCount);
            WriteHeader(span, Opcode.Text, byteCount);
            Encoding.UTF8.GetBytes(text, span[headerSize..]);
            output.Advance(headerSize + byteCount);
            return;
        }

        WriteHeader(output.GetSpan(headerSize), Opcode.Text, byteCount);
        output.Advance(headerSize);
        Encoding.UTF8.GetBytes(text, output);
    }

    private static int HeaderSize(int payloadLength) => payloadLength switch
    {
        <= 125 => 2,
        <= ushort.MaxValue => 2 + sizeof(ushort),
        _ => 2 + sizeof(ulong),
    };

    /// <summary>Writes the header of a frame that is whole.</summary>
    public static void WriteHeader(Span<byte> destination, Opcode opcode, int payloadLength)
    {
        destination[0] = (byte)(0x80 | (byte)opcode);
        switch (HeaderSize(payloadLength))
        {
            case 2:
                destination[1] = (byte)payloadLength;
                break;
            case 4:
                destination[1] = 126;
                BinaryPrimitives.WriteUInt16BigEndian(destination[2..], (ushort)payloadLength);
                break;
            default:
                destination[1] = 127;
                BinaryPrimitives.WriteUInt64BigEndian(destination[2..], (ulong)payloadLength);
                break;
        }
    }
}
