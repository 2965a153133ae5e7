using System.Buffers;
using System.Buffers.Binary;
using System.Net.WebSockets;

namespace Upwire;

/// <summary>The head of a frame that a client sent (RFC 6455 5.2), read but not judged: <see cref="FrameRules"/> does that.</summary>
internal readonly struct FrameHeader
{
    /// <summary>Two bytes, eight of extended length, four of mask.</summary>
    public const int MaxSize = 14;

    public const int MaxControlPayload = 125;

    private const int LengthIn16Bits = 126;
    private const int LengthIn64Bits = 127;

    public Opcode Opcode { get; private init; }

    public bool IsFinal { get; private init; }

    /// <summary>Whether the first of the reserved bits is set: the message is compressed, where that was agreed on (RFC 7692 6).</summary>
    public bool IsCompressed { get; private init; }

    /// <summary>Whether one of the others is set, which have no meaning.</summary>
    public bool HasReservedBits { get; private init; }

    public bool IsMasked { get; private init; }

    /// <summary>Whether the length could have been written in fewer bytes, which RFC 6455 5.2 forbids.</summary>
    public bool HasPaddedLength { get; private init; }

    /// <summary>The bytes of payload; negative where the most significant bit is set, which RFC 6455 5.2 forbids.</summary>
    public long PayloadLength { get; private init; }

    /// <summary>The masking key, as its four bytes lie in memory.</summary>
    public uint Mask { get; private init; }

    /// <summary>The bytes of the header itself.</summary>
    public int Size { get; private init; }

    /// <summary>What message the frame begins.</summary>
    public WebSocketMessageType MessageType => Opcode == Opcode.Text ? WebSocketMessageType.Text : WebSocketMessageType.Binary;

    public bool IsControl => ((byte)Opcode & 0x8) != 0;

    /// <summary>Reads a header, if it is there to its last byte.</summary>
    public static bool TryRead(in ReadOnlySequence<byte> buffer, out FrameHeader header)
    {
        var first = buffer.FirstSpan;
        if (first.Length >= MaxSize || buffer.IsSingleSegment)
        {
            return TryRead(first, out header);
        }

        Span<byte> copy = stackalloc byte[MaxSize];
        int length = (int)Math.Min(MaxSize, buffer.Length);
        buffer.Slice(0, length).CopyTo(copy);
        return TryRead(copy[..length], out header);
    }

    /// <summary>Reads a header, if it is there to its last byte.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out FrameHeader header)
    {
        header = default;
        if (bytes.Length < 2)
        {
            return false;
        }

        int shortLength = bytes[1] & 0x7F;
        bool isMasked = (bytes[1] & 0x80) != 0;
        int lengthSize = shortLength switch
        {
            LengthIn16Bits => sizeof(ushort),
            LengthIn64Bits => sizeof(ulong),
            _ => 0,
        };

        int size = 2 + lengthSize + (isMasked ? sizeof(uint) : 0);
        if (bytes.Length < size)
        {
            return false;
        }

        long length = lengthSize switch
        {
            sizeof(ushort) => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            sizeof(ulong) => BinaryPrimitives.ReadInt64BigEndian(bytes[2..]),
            _ => shortLength,
        };

        header = new FrameHeader
        {
            Opcode = (Opcode)(bytes[0] & 0x0F),
            IsFinal = (bytes[0] & 0x80) != 0,
            IsCompressed = (bytes[0] & 0x40) != 0,
            HasReservedBits = (bytes[0] & 0x30) != 0,
            IsMasked = isMasked,
            HasPaddedLength = (lengthSize == sizeof(ushort) && length < LengthIn16Bits) || (lengthSize == sizeof(ulong) && length is >= 0 and <= ushort.MaxValue),
            PayloadLength = length,
            Mask = isMasked ? BitConverter.ToUInt32(bytes[(2 + lengthSize)..]) : 0,
            Size = size,
        };
        return true;
    }
}
