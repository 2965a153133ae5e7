namespace Upwire;

/// <summary>Finds out by pings (RFC 6455 5.5.2) whether the client is still there. Whatever else it says meanwhile is as good as a pong.</summary>
internal sealed class KeepAlive(TimeSpan interval, TimeSpan timeout, TimeProvider time)
{
    private long _lastPing = time.GetTimestamp();
    private long? _unansweredSince;
    private volatile bool _isAlive;

    public enum Step
    {
        None,
        Ping,
        Abort,
    }

    /// <summary>The client has shown that it is there: something came from it, or it took what had been waiting for it.</summary>
    public void OnSignOfLife() => _isAlive = true;

    /// <summary>What is to be done now. Only the timer asks.</summary>
    /// <param name="now">The time provider's timestamp.</param>
    /// <param name="owesSign">Whether a sign would be noticed, an answer or that it takes what waits for it: else the client is not taken for dead.</param>
    public Step Next(long now, bool owesSign)
    {
        if (interval == Timeout.InfiniteTimeSpan)
        {
            return Step.None;
        }

        if (_isAlive || !owesSign)
        {
            _isAlive = false;
            _unansweredSince = null;
        }

        if (_unansweredSince is { } since && time.GetElapsedTime(since, now) >= timeout)
        {
            return Step.Abort;
        }

        if (time.GetElapsedTime(_lastPing, now) < interval)
        {
            return Step.None;
        }

        _lastPing = now;
        _unansweredSince ??= now;
        return Step.Ping;
    }
}
