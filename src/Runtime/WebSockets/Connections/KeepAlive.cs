namespace Upwire;

/// <summary>Finds out by pings (RFC 6455 5.5.2) whether the client is still there. Whatever else it says meanwhile is as good as a pong.</summary>
/// <param name="now">The time provider's timestamp.</param>
internal struct KeepAlive(long now)
{
    private long _lastPing = now;
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
    /// <param name="limits">When a ping is due, and its answer.</param>
    /// <param name="time">The time provider.</param>
    /// <param name="owesSign">Whether a sign would be noticed, an answer or that it takes what waits for it: else the client is not taken for dead.</param>
    public Step Next(long now, ConnectionLimits limits, TimeProvider time, bool owesSign)
    {
        if (limits.KeepAliveInterval == Timeout.InfiniteTimeSpan)
        {
            return Step.None;
        }

        if (_isAlive || !owesSign)
        {
            _isAlive = false;
            _unansweredSince = null;
        }

        if (_unansweredSince is { } since && time.GetElapsedTime(since, now) >= limits.KeepAliveTimeout)
        {
            return Step.Abort;
        }

        if (time.GetElapsedTime(_lastPing, now) < limits.KeepAliveInterval)
        {
            return Step.None;
        }

        _lastPing = now;
        _unansweredSince ??= now;
        return Step.Ping;
    }
}
