using System.Buffers.Binary;
using System.Text;

namespace Upwire.Runtime.Tests;

/// <summary>Frames of a client, right or wrong: every bit can be set. Written without a line of the engine's.</summary>
internal sealed record ClientFrame(Opcode Opcode, byte[] Payload)
{
    public static readonly byte[] DefaultMask = [0x37, 0xFA, 0x21, 0x3D];

    public bool IsFinal { get; init; } = true;

    public int ReservedBits { get; init; }

    public byte[]? Mask { get; init; } = DefaultMask;

    /// <summary>Bytes of the extended length: 0, 2 or 8; null for the shortest form.</summary>
    public int? LengthSize { get; init; }

    /// <summary>What the header says, whatever the payload is; null for the truth.</summary>
    public ulong? DeclaredLength { get; init; }

    public static ClientFrame Text(string text) => new(Opcode.Text, Encoding.UTF8.GetBytes(text));

    public static ClientFrame Binary(params byte[] payload) => new(Opcode.Binary, payload);

    public static ClientFrame Ping(string payload = "") => new(Opcode.Ping, Encoding.UTF8.GetBytes(payload));

    public static ClientFrame Pong(string payload = "") => new(Opcode.Pong, Encoding.UTF8.GetBytes(payload));

    public static ClientFrame Close(int code, string reason = "") => new(Opcode.Close, ClosePayload(code, Encoding.UTF8.GetBytes(reason)));

    public static ClientFrame EmptyClose() => new(Opcode.Close, []);

    public static byte[] ClosePayload(int code, byte[] reason) => [(byte)(code >> 8), (byte)code, .. reason];

    public ClientFrame NotFinal() => this with { IsFinal = false };

    public byte[] ToBytes()
    {
        ulong length = DeclaredLength ?? (ulong)Payload.Length;
        int lengthSize = LengthSize ?? (length <= 125 ? 0 : length <= ushort.MaxValue ? 2 : 8);
        var bytes = new List<byte>
        {
            (byte)((IsFinal ? 0x80 : 0) | (ReservedBits << 4) | (byte)Opcode),
            (byte)((Mask is null ? 0 : 0x80) | lengthSize switch { 0 => (int)length, 2 => 126, _ => 127 }),
        };

        byte[] extended = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(extended, length);
        bytes.AddRange(extended[(8 - lengthSize)..]);
        bytes.AddRange(Mask ?? []);
        for (int i = 0; i < Payload.Length; i++)
        {
            bytes.Add((byte)(Payload[i] ^ (Mask is null ? 0 : Mask[i % 4])));
        }

        return [.. bytes];
    }

    public static byte[] Bytes(params ClientFrame[] frames) => [.. frames.SelectMany(frame => frame.ToBytes())];
}
