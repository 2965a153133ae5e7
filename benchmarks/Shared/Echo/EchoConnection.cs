using System.Buffers.Binary;
using System.Diagnostics;

namespace Benchmarks;

/// <summary>One connection that sends some messages at once, and again when all of them have come back, to the byte.</summary>
internal sealed class EchoConnection
{
    private const byte Final = 0x80;
    private const ushort EmptyPing = 0x8900;
    private const byte Masked = 0x80;
    private const int LengthIn16Bits = 126;
    private const int LongestHeader = 4;

    private readonly ClientSocket _socket;
    private readonly EchoTraffic _traffic;
    private readonly byte[] _payloads;
    private readonly byte[] _frames;
    private readonly byte[] _buffer = new byte[128 * 1024];
    private int _filled;

    // Where the server is in what it sends back: in which byte of all the payloads, and how much of its frame is to come.
    private int _position;
    private int _frameRemaining;

    private EchoConnection(ClientSocket socket, EchoTraffic traffic, Random random)
    {
        _socket = socket;
        _traffic = traffic;
        _payloads = new byte[traffic.InFlight * traffic.Size];
        random.GetItems("0123456789abcdefghijklmnopqrstuvwxyz"u8, _payloads);
        _frames = Enumerable.Range(0, traffic.InFlight).SelectMany(i => Frame(_payloads.AsSpan(i * traffic.Size, traffic.Size), random)).ToArray();
    }

    public static async Task<EchoConnection> OpenAsync(Uri server, byte[] request, EchoTraffic traffic, Random random) =>
        new(await ClientSocket.OpenAsync(server, request), traffic, random);

    public static async Task<EchoConnection> OpenAsync(IClientTransport transport, byte[] request, EchoTraffic traffic, Random random) =>
        new(await ClientSocket.OpenAsync(transport, request), traffic, random);

    public async Task<long> RunAsync(long begin, TimeSpan duration, Waits waits)
    {
        long count = 0;
        do
        {
            long sent = Stopwatch.GetTimestamp();
            await ExchangeAsync();
            waits.Add(sent);
            count += _traffic.InFlight;
        }
        while (Stopwatch.GetElapsedTime(begin) < duration);
        return count;
    }

    /// <summary>Sends the messages, and takes them back.</summary>
    public async ValueTask ExchangeAsync()
    {
        await _socket.SendAsync(_frames);
        for (_position = 0; _position < _payloads.Length || _frameRemaining > 0;)
        {
            _filled += await _socket.ReceiveAsync(_buffer.AsMemory(_filled));
            Take();
        }

        if (_filled > 0)
        {
            throw new InvalidDataException("More has come back than was sent.");
        }
    }

    public async Task CloseAsync()
    {
        using (_socket)
        {
            await _socket.CloseAsync();
        }
    }

    private byte[] Frame(ReadOnlySpan<byte> payload, Random random)
    {
        byte[] length = payload.Length < LengthIn16Bits
            ? [(byte)(Masked | payload.Length)]
            : [Masked | LengthIn16Bits, (byte)(payload.Length >> 8), (byte)payload.Length];
        byte[] mask = new byte[4];
        random.NextBytes(mask);
        byte[] masked = payload.ToArray();
        for (int i = 0; i < masked.Length; i++)
        {
            masked[i] ^= mask[i & 3];
        }

        return [(byte)(Final | _traffic.Opcode), .. length, .. mask, .. masked];
    }

    private void Take()
    {
        var bytes = _buffer.AsSpan(0, _filled);
        while (bytes.Length > 0)
        {
            if (_frameRemaining == 0 && !TryTakeHeader(ref bytes))
            {
                break;
            }

            int count = Math.Min(_frameRemaining, bytes.Length);
            if (!bytes[..count].SequenceEqual(_payloads.AsSpan(_position, count)))
            {
                throw new InvalidDataException("Something else has come back than was sent.");
            }

            bytes = bytes[count..];
            _position += count;
            _frameRemaining -= count;
        }

        bytes.CopyTo(_buffer);
        _filled = bytes.Length;
    }

    // A server may send a message in several frames, but not two messages in one. Its pings need no answer: there is always more to come.
    private bool TryTakeHeader(ref Span<byte> bytes)
    {
        while (bytes.Length >= 2 && BinaryPrimitives.ReadUInt16BigEndian(bytes) == EmptyPing)
        {
            bytes = bytes[2..];
        }

        int size = bytes.Length < 2 || bytes[1] == LengthIn16Bits ? LongestHeader : 2;
        if (bytes.Length < size)
        {
            return false;
        }

        _frameRemaining = size == 2 ? bytes[1] : BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        int begun = _position % _traffic.Size;
        int end = begun + _frameRemaining;
        int expected = (begun == 0 ? _traffic.Opcode : 0) | (end == _traffic.Size ? Final : 0);
        if (bytes[0] != expected || end > _traffic.Size || _position == _payloads.Length)
        {
            throw new InvalidDataException($"A frame that was not expected: {Convert.ToHexString(bytes[..size])}");
        }

        bytes = bytes[size..];
        return true;
    }
}
