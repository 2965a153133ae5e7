using System.Buffers.Binary;
using System.Text;

namespace Upwire.Runtime.Tests;

/// <summary>A frame as a client reads it. Anything that a server must not write fails the test.</summary>
internal sealed record ServerFrame(Opcode Opcode, byte[] Payload)
{
    public bool IsCompressed { get; init; }

    public string Text => Encoding.UTF8.GetString(Payload);

    public int CloseCode => Payload.Length == 0 ? 1005 : BinaryPrimitives.ReadUInt16BigEndian(Payload);

    public string CloseReason => Payload.Length == 0 ? "" : Encoding.UTF8.GetString(Payload.AsSpan(2));

    /// <summary>Reads one frame off the beginning.</summary>
    /// <returns>Whether it is there to its last byte.</returns>
    public static bool TryRead(ref ReadOnlySpan<byte> bytes, out ServerFrame frame)
    {
        frame = null!;
        if (bytes.Length < 2)
        {
            return false;
        }

        Assert.True((bytes[0] & 0xB0) == 0x80, $"A server's frame is final and has no reserved bits but the first, but its first byte is {bytes[0]:X2}.");
        var opcode = (Opcode)(bytes[0] & 0x0F);
        bool isCompressed = (bytes[0] & 0x40) != 0;
        Assert.True(!isCompressed || opcode is Opcode.Text or Opcode.Binary, "A control frame is never compressed.");
        Assert.True(opcode is Opcode.Text or Opcode.Binary or Opcode.Close or Opcode.Ping or Opcode.Pong, $"No server's opcode: {opcode}");
        Assert.True(bytes[1] <= 127, "A server's frame is not masked.");

        int lengthSize = bytes[1] switch { 126 => 2, 127 => 8, _ => 0 };
        if (bytes.Length < 2 + lengthSize)
        {
            return false;
        }

        long length = lengthSize switch
        {
            2 => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]),
            8 => BinaryPrimitives.ReadInt64BigEndian(bytes[2..]),
            _ => bytes[1],
        };

        Assert.True(lengthSize == (length <= 125 ? 0 : length <= ushort.MaxValue ? 2 : 8), $"The length {length} is not in its shortest form.");
        Assert.True(length <= 125 || opcode is Opcode.Text or Opcode.Binary, "A control frame has at most 125 bytes.");
        if (bytes.Length < 2 + lengthSize + length)
        {
            return false;
        }

        frame = new(opcode, bytes.Slice(2 + lengthSize, (int)length).ToArray()) { IsCompressed = isCompressed };
        bytes = bytes[(2 + lengthSize + (int)length)..];
        return true;
    }

    /// <summary>Reads frames to the last byte: none may be cut.</summary>
    public static List<ServerFrame> ReadAll(ReadOnlySpan<byte> bytes)
    {
        var frames = new List<ServerFrame>();
        while (!bytes.IsEmpty)
        {
            Assert.True(TryRead(ref bytes, out var frame), $"The output ends in the middle of a frame, {bytes.Length} bytes before its end.");
            frames.Add(frame);
        }

        return frames;
    }

    public override string ToString() => Opcode == Opcode.Close ? $"Close {CloseCode} '{CloseReason}'" : $"{(IsCompressed ? "compressed " : "")}{Opcode} [{Payload.Length}] '{Text}'";
}
