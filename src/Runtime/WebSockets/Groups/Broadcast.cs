namespace Upwire;

/// <summary>One message on its way to many, and what its sender waits for.</summary>
/// <param name="frame">The message.</param>
/// <param name="waits">Whether somebody waits: where the message comes from another server, nobody does.</param>
/// <param name="now">The time provider's timestamp.</param>
/// <param name="flushes">Where those queue that it is written to, to be flushed.</param>
internal sealed class Broadcast(SharedFrame frame, bool waits, long now, FlushQueue flushes)
{
    private TaskCompletionSource? _done;

    // One is the sender's own, until it has handed the message to all.
    private int _waiting = 1;

    public SharedFrame Frame => frame;

    /// <summary>Whether its sender may be held back by a client whose policy that is.</summary>
    public bool Waits => waits;

    /// <summary>When it was sent, as the time provider's timestamp.</summary>
    public long Since => now;

    public FlushQueue Flushes => flushes;

    /// <summary>A client has no room for it yet. Called by the sender only.</summary>
    public void OnWaiting()
    {
        _done ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Increment(ref _waiting);
    }

    /// <summary>A client that had no room has it, or will never.</summary>
    public void OnDone()
    {
        if (Interlocked.Decrement(ref _waiting) == 0)
        {
            _done?.TrySetResult();
        }
    }

    /// <summary>All have been handed the message: completes when those that had no room for it do.</summary>
    public ValueTask WhenDoneAsync(CancellationToken stop)
    {
        OnDone();
        return _done is null ? default
            : stop.CanBeCanceled ? new(_done.Task.WaitAsync(stop))
            : new(_done.Task);
    }
}
