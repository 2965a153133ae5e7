using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics;

namespace Benchmarks;

/// <summary>Says one text after the other: the next one when everybody has heard the last.</summary>
internal sealed class Speaker
{
    private const int Digits = 9;

    private static readonly StandardFormat Padded = new('D', Digits);

    private readonly FrameSocket _socket;
    private readonly int _listeners;
    private readonly byte[] _frame;
    private readonly int _frameNumberAt;
    private readonly byte[] _heard;
    private readonly int _heardNumberAt;
    private readonly Task _reading;
    private TaskCompletionSource _allHaveHeard = new();
    private int _remaining;

    private Speaker(FrameSocket socket, Dialect dialect, char name, int size, int listeners)
    {
        _socket = socket;
        _listeners = listeners;
        string text = name + new string('0', Digits) + new string('.', size - Digits - 1);
        byte[] said = dialect.Said.Around(text);
        _frame = FrameSocket.Frame(said);
        _frameNumberAt = _frame.Length - said.Length + dialect.Said.Before.Length + 1;
        _heard = dialect.Heard.Around(text);
        _heardNumberAt = dialect.Heard.Before.Length + 1;

        // What comes is the answer to the greeting.
        _reading = socket.ReadAsync(static _ => { });
    }

    /// <summary>The number of the text that it says, from 1 on.</summary>
    public int Number { get; private set; }

    /// <summary>What a listener has to get now, to the byte.</summary>
    public ReadOnlySpan<byte> Heard => _heard;

    /// <summary>Ends with the connection.</summary>
    public Task Reading => _reading;

    public static async Task<Speaker> OpenAsync(Uri server, Dialect dialect, char name, int size, int listeners) =>
        new(await FrameSocket.OpenAsync(server, dialect.Speak, dialect.Greeting), dialect, name, size, listeners);

    /// <summary>Speaks for a while.</summary>
    /// <returns>How many texts were said, and heard by all.</returns>
    public async Task<long> RunAsync(long begin, TimeSpan duration, Waits waits)
    {
        long count = 0;
        do
        {
            Prepare();
            long said = Stopwatch.GetTimestamp();
            await _socket.SendAsync(_frame);
            await _allHaveHeard.Task;
            waits.Add(said);
            count++;
        }
        while (Stopwatch.GetElapsedTime(begin) < duration);
        return count;
    }

    /// <summary>A listener has heard it.</summary>
    public void OnHeard()
    {
        if (--_remaining == 0)
        {
            _allHaveHeard.SetResult();
        }
    }

    public async Task CloseAsync()
    {
        using (_socket)
        {
            await _socket.CloseAsync();
            await _reading;
        }
    }

    private void Prepare()
    {
        Number++;
        Utf8Formatter.TryFormat(Number, _frame.AsSpan(_frameNumberAt), out _, Padded);
        Utf8Formatter.TryFormat(Number, _heard.AsSpan(_heardNumberAt), out _, Padded);
        _remaining = _listeners;
        _allHaveHeard = new();
    }
}
