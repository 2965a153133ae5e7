using System.Diagnostics;

namespace Benchmarks;

/// <summary>Speakers and listeners on connections that stay open: what one speaker says, each listener hears.</summary>
internal sealed class Room : ILoad
{
    public const char FirstName = 'a';

    private const int AtOnce = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Waits _waits = new();
    private readonly List<Listener> _listeners;
    private readonly Speaker[] _speakers;
    private readonly Task<Task> _firstEnd;

    private Room(List<Listener> listeners, Speaker[] speakers)
    {
        _listeners = listeners;
        _speakers = speakers;
        _listeners.ForEach(listener => listener.ListenTo(speakers));
        _firstEnd = Task.WhenAny([.. listeners.Select(static listener => listener.Reading), .. speakers.Select(static speaker => speaker.Reading)]);
    }

    /// <summary>Opens the connections.</summary>
    /// <param name="listenAt">The server of the listeners.</param>
    /// <param name="speakAt">The server of the speakers, which may be another node.</param>
    /// <param name="dialect">How they are spoken to.</param>
    /// <param name="row">How many there are, and what is said.</param>
    public static async Task<ILoad> OpenAsync(Uri listenAt, Uri speakAt, Dialect dialect, Row row)
    {
        var listeners = new List<Listener>();
        while (listeners.Count < row.Listeners)
        {
            int count = Math.Min(AtOnce, row.Listeners - listeners.Count);
            listeners.AddRange(await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Listener.OpenAsync(listenAt, dialect, row.Size, row.Speakers))));
        }

        var speakers = await Task.WhenAll(Enumerable.Range(0, row.Speakers)
            .Select(i => Speaker.OpenAsync(speakAt, dialect, (char)(FirstName + i), row.Size, row.Listeners)));
        return new Room(listeners, speakers);
    }

    public async Task<LoadResult> RunAsync(TimeSpan duration)
    {
        _waits.Clear();
        long begin = Stopwatch.GetTimestamp();
        var speaking = Task.WhenAll(_speakers.Select(speaker => speaker.RunAsync(begin, duration, _waits)));
        if (await Task.WhenAny(speaking, _firstEnd).WaitAsync(duration + Patience) != speaking)
        {
            await await _firstEnd;
            throw new InvalidDataException("The server closed a connection.");
        }

        long[] said = await speaking;
        return new(said.Sum() * _listeners.Count, Stopwatch.GetElapsedTime(begin), _waits.Summarize());
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_speakers.Select(static speaker => speaker.CloseAsync()));
        foreach (var some in _listeners.Chunk(AtOnce))
        {
            await Task.WhenAll(some.Select(static listener => listener.CloseAsync()));
        }
    }
}
