using System.Collections.Concurrent;

namespace Upwire;

/// <summary>All open connections of the application, and the one timer that looks after the deadlines of them all.</summary>
internal sealed class OpenConnections : IDisposable
{
    /// <summary>How often the deadlines are looked at: what is due is done within this time.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<WebSocketChannel, WebSocketChannel> _channels = new(ReferenceEqualityComparer.Instance);
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private int _count;
    private int _isLooking;

    public OpenConnections(TimeProvider time)
    {
        Time = time;
        _timer = time.CreateTimer(static connections => ((OpenConnections)connections!).LookAfterAll(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Where the time of all deadlines comes from.</summary>
    public TimeProvider Time { get; }

    public int Count => Volatile.Read(ref _count);

    /// <summary>Those that are open now; one that comes or goes meanwhile may be among them or not.</summary>
    public IEnumerable<WebSocketChannel> All
    {
        get
        {
            foreach (var (channel, _) in _channels)
            {
                yield return channel;
            }
        }
    }

    public void Add(WebSocketChannel channel)
    {
        lock (_gate)
        {
            if (_channels.TryAdd(channel, channel) && ++_count == 1)
            {
                _timer.Change(Period, Period);
            }
        }
    }

    public void Remove(WebSocketChannel channel)
    {
        lock (_gate)
        {
            // A server without connections sleeps.
            if (_channels.TryRemove(channel, out _) && --_count == 0)
            {
                _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    private void LookAfterAll()
    {
        // With so many connections that one round is not over when the next is due, the next is left out.
        if (Interlocked.Exchange(ref _isLooking, 1) != 0)
        {
            return;
        }

        long now = Time.GetTimestamp();
        foreach (var (channel, _) in _channels)
        {
            channel.LookAfter(now);
        }

        Volatile.Write(ref _isLooking, 0);
    }
}
