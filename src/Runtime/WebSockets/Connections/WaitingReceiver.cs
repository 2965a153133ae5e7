using System.Threading.Tasks.Sources;

namespace Upwire;

/// <summary>The one caller that may wait for a message, without an allocation for each. Its state is guarded by the gate of the <see cref="FrameReceiver"/>.</summary>
/// <param name="gate">The gate.</param>
/// <param name="closed">The connection's own token: that it ends is told by <see cref="Cancel"/>, so that nobody registers with it at each wait.</param>
internal sealed class WaitingReceiver(Lock gate, CancellationToken closed) : IValueTaskSource<WebSocketMessage?>
{
    private ManualResetValueTaskSourceCore<WebSocketMessage?> _source;
    private CancellationTokenRegistration _registration;
    private CancellationToken _stop;
    private bool _isWaiting;
    private volatile bool _isPresent;

    /// <summary>Whether a receive has begun whose outcome has not been taken yet: a second one is refused. It is the first one's own to end that, without the gate.</summary>
    public bool IsPresent
    {
        get => _isPresent;
        set => _isPresent = value;
    }

    /// <summary>Begins to wait. Called with the gate held.</summary>
    public ValueTask<WebSocketMessage?> Begin(CancellationToken stop)
    {
        _isWaiting = true;
        IsPresent = true;
        _source.Reset();
        _source.RunContinuationsAsynchronously = false;
        _stop = stop;
        if (stop.CanBeCanceled && (stop != closed || stop.IsCancellationRequested))
        {
            _registration = stop.UnsafeRegister(static (state, token) => ((WaitingReceiver)state!).Cancel(token), this);
        }

        return new(this, _source.Version);
    }

    /// <summary>Ends the wait. Called with the gate held.</summary>
    /// <returns>Whether somebody waited; whoever is told so completes the wait, having let go of the gate.</returns>
    public bool End()
    {
        bool wasWaiting = _isWaiting;
        _isWaiting = false;
        if (wasWaiting)
        {
            // A cancellation that is on its way finds that nobody waits, or somebody with another token.
            _registration.Unregister();
            _registration = default;
        }

        return wasWaiting;
    }

    /// <summary>Hands the outcome over. The handler goes on here, on this thread, until it awaits something.</summary>
    public void Complete(WebSocketMessage? message) => _source.SetResult(message);

    /// <summary>Tells of the end, on another thread: this one may be anybody's.</summary>
    public void CompleteElsewhere()
    {
        _source.RunContinuationsAsynchronously = true;
        _source.SetResult(null);
    }

    /// <summary>Ends the wait of whoever waits with this token. The read goes on: its message is for the next receiver.</summary>
    public void Cancel(CancellationToken stop)
    {
        lock (gate)
        {
            if (!_isWaiting || _stop != stop)
            {
                return;
            }

            End();
        }

        _source.RunContinuationsAsynchronously = true;
        _source.SetException(new OperationCanceledException(stop));
    }

    WebSocketMessage? IValueTaskSource<WebSocketMessage?>.GetResult(short token)
    {
        try
        {
            return _source.GetResult(token);
        }
        finally
        {
            // Not before: the next receive begins with the source as new.
            IsPresent = false;
        }
    }

    ValueTaskSourceStatus IValueTaskSource<WebSocketMessage?>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<WebSocketMessage?>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
