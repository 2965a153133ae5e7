using System.Text;

namespace Benchmarks;

/// <summary>Hears what is said: each text of each speaker once, in order and to the byte.</summary>
internal sealed class Listener
{
    private readonly FrameSocket _socket;
    private readonly byte[] _welcome;
    private readonly int _nameAt;
    private readonly int[] _numbers;
    private readonly byte[] _message;
    private readonly TaskCompletionSource _welcomed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Speaker[] _speakers = [];
    private int _expected;
    private int _filled;

    private Listener(FrameSocket socket, Dialect dialect, int size, int speakers)
    {
        _socket = socket;
        _welcome = dialect.Welcome;
        _nameAt = dialect.Heard.Before.Length;
        _numbers = new int[speakers];
        _expected = _welcome.Length;
        _message = new byte[Math.Max(_welcome.Length, MessageSize(dialect, size))];
        Reading = socket.ReadAsync(bytes => Take(bytes, MessageSize(dialect, size)));
    }

    /// <summary>Ends with the connection, and fails where something else came than was said.</summary>
    public Task Reading { get; }

    /// <summary>Opens a connection; what is said from then on reaches it.</summary>
    public static async Task<Listener> OpenAsync(Uri server, Dialect dialect, int size, int speakers)
    {
        var listener = new Listener(await FrameSocket.OpenAsync(server, dialect.Listen, dialect.Greeting), dialect, size, speakers);
        await await Task.WhenAny(listener._welcomed.Task, listener.Reading);
        return listener;
    }

    /// <summary>Begins to listen to speakers, who have not said anything yet.</summary>
    public void ListenTo(Speaker[] speakers) => _speakers = speakers;

    public async Task CloseAsync()
    {
        using (_socket)
        {
            await _socket.CloseAsync();
            await Reading;
        }
    }

    private static int MessageSize(Dialect dialect, int size) => dialect.Heard.Before.Length + size + dialect.Heard.After.Length;

    private void Take(ReadOnlySpan<byte> bytes, int messageSize)
    {
        while (!bytes.IsEmpty)
        {
            int count = Math.Min(_expected - _filled, bytes.Length);
            bytes[..count].CopyTo(_message.AsSpan(_filled));
            bytes = bytes[count..];
            _filled += count;
            if (_filled == _expected)
            {
                Take(_message.AsSpan(0, _filled));
                (_filled, _expected) = (0, messageSize);
            }
        }
    }

    private void Take(ReadOnlySpan<byte> message)
    {
        if (!_welcomed.Task.IsCompleted)
        {
            Check(message.SequenceEqual(_welcome), message);
            _welcomed.SetResult();
            return;
        }

        int index = message[_nameAt] - Room.FirstName;
        Check(index >= 0 && index < _speakers.Length, message);
        var speaker = _speakers[index];
        Check(++_numbers[index] == speaker.Number && message.SequenceEqual(speaker.Heard), message);
        speaker.OnHeard();
    }

    private static void Check(bool isRight, ReadOnlySpan<byte> message)
    {
        if (!isRight)
        {
            throw new InvalidDataException($"A listener heard what was not said, or not then: {Encoding.ASCII.GetString(message)}");
        }
    }
}
