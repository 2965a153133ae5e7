using System.Buffers.Binary;
using System.Text;

namespace Benchmarks;

/// <summary>A WebSocket that hands on the payloads of what comes, however they are framed, and answers pings.</summary>
internal sealed class FrameSocket : IDisposable
{
    private const int OpcodeBits = 0x0F;
    private const int TextOpcode = 1;
    private const int CloseOpcode = 8;
    private const int PingOpcode = 9;
    private const int LengthIn16Bits = 126;
    private const byte MaskedText = 0x81;
    private const byte Masked = 0x80;
    private const int MaskSize = 4;

    // Empty, with a mask that changes nothing.
    private static readonly byte[] Pong = [0x8A, Masked, 0, 0, 0, 0];

    private readonly ClientSocket _socket;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _filled;
    private int _remaining;
    private bool _hasClosed;

    private FrameSocket(ClientSocket socket) => _socket = socket;

    public static async Task<FrameSocket> OpenAsync(Uri server, string path, string greeting)
    {
        var opened = new FrameSocket(await ClientSocket.OpenAsync(server, ClientSocket.Request(server, path)));
        if (greeting.Length > 0)
        {
            await opened.SendAsync(Frame(Encoding.ASCII.GetBytes(greeting)));
        }

        return opened;
    }

    /// <summary>Frames a text, with a mask that changes nothing: its last bytes are the text.</summary>
    public static byte[] Frame(byte[] text) => text.Length < LengthIn16Bits
        ? [MaskedText, (byte)(Masked | text.Length), .. new byte[MaskSize], .. text]
        : [MaskedText, Masked | LengthIn16Bits, (byte)(text.Length >> 8), (byte)text.Length, .. new byte[MaskSize], .. text];

    public ValueTask SendAsync(byte[] frame) => _socket.SendAsync(frame);

    /// <summary>Reads until the server has closed.</summary>
    /// <param name="take">Takes the payloads of text, piece by piece.</param>
    public async Task ReadAsync(Action<ReadOnlySpan<byte>> take)
    {
        while (!_hasClosed)
        {
            _filled += await _socket.ReceiveAsync(_buffer.AsMemory(_filled));
            for (int pings = Take(take); pings > 0; pings--)
            {
                await SendAsync(Pong);
            }
        }
    }

    /// <summary>Says that this is the end; <see cref="ReadAsync"/> returns when the server has said so, too.</summary>
    public ValueTask CloseAsync() => _socket.SendCloseAsync();

    public void Dispose() => _socket.Dispose();

    // Returns how many pings there were.
    private int Take(Action<ReadOnlySpan<byte>> take)
    {
        int pings = 0;
        var bytes = _buffer.AsSpan(0, _filled);
        while (bytes.Length > 0 && (_remaining > 0 || TryTakeHeader(ref bytes, ref pings)))
        {
            int count = Math.Min(_remaining, bytes.Length);
            take(bytes[..count]);
            bytes = bytes[count..];
            _remaining -= count;
        }

        bytes.CopyTo(_buffer);
        _filled = bytes.Length;
        return pings;
    }

    private bool TryTakeHeader(ref Span<byte> bytes, ref int pings)
    {
        int size = bytes.Length < 2 || bytes[1] == LengthIn16Bits ? 4 : 2;
        if (bytes.Length < size)
        {
            return false;
        }

        int opcode = bytes[0] & OpcodeBits;
        int length = size == 2 ? bytes[1] : BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        if (bytes[1] > LengthIn16Bits)
        {
            throw new InvalidDataException($"A frame that was not expected: {Convert.ToHexString(bytes[..size])}");
        }

        if (opcode <= TextOpcode)
        {
            _remaining = length;
            bytes = bytes[size..];
            return true;
        }

        // Control frames have 125 bytes at most.
        if (bytes.Length < size + length)
        {
            return false;
        }

        pings += opcode == PingOpcode ? 1 : 0;
        _hasClosed |= opcode == CloseOpcode;
        bytes = bytes[(size + length)..];
        return true;
    }
}
