namespace Upwire;

/// <summary>
/// The writing half of a connection. Frames go straight into the transport's memory; while the transport is being
/// flushed it must not be touched, and they wait in a backlog. Whoever starts a flush goes on until nothing waits.
/// </summary>
internal sealed class FrameSender
{
    // A turn of the reader is cut into flushes of this size, so that the client can begin to read.
    private const int LargestTurn = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly ConnectionLimits _limits;
    private readonly EndpointMetrics _metrics;
    private readonly TransportWriter _output;
    private readonly FrameEncoder _encoder;
    private readonly FrameChannel _channel;
    private Backlog? _backlog;
    private Action? _onFlushed;
    private TaskCompletionSource? _idle;
    private long _unflushed;
    private int _turnThread;
    private volatile bool _isFlushing;
    private bool _isClosed;
    private bool _isPosted;
    private bool _isDead;

    public FrameSender(TransportWriter output, FrameEncoder encoder, ConnectionLimits limits, EndpointMetrics metrics, FrameChannel channel)
    {
        _output = output;
        _encoder = encoder;
        _limits = limits;
        _metrics = metrics;
        _channel = channel;
    }

    /// <summary>Sends a message. It has been taken, byte for byte, when this returns; the task completes when there is room for it.</summary>
    public ValueTask SendAsync(in OutgoingFrame frame, CancellationToken stop)
    {
        bool isTooSlow = false;
        lock (_gate)
        {
            ThrowIfClosed();
            if (!_isFlushing)
            {
                if (!Write(frame))
                {
                    return _isDead ? throw ConnectionFaults.Gone() : default;
                }
            }
            else if (Backlog.MakeRoom(frame.Size, _unflushed) is var room and not Room.Never)
            {
                return Backlog.Add(frame, room, stop);
            }
            else
            {
                isTooSlow = true;
            }
        }

        if (isTooSlow)
        {
            _channel.OnTooSlow();
            throw ConnectionFaults.TooSlow();
        }

        Flush();
        return default;
    }

    /// <summary>
    /// Takes a message that many get. It never fails: whether this client is there concerns nobody. What is written is flushed with what else
    /// comes, by the message's <see cref="FlushQueue"/>.
    /// </summary>
    public void Post(Broadcast broadcast)
    {
        bool mustFlush = false;
        bool isTooSlow = false;
        lock (_gate)
        {
            if (_isClosed || _isDead)
            {
                return;
            }

            var frame = new OutgoingFrame(broadcast.Frame);
            if (!_isFlushing)
            {
                mustFlush = Write(frame, broadcast.Flushes);
            }
            else
            {
                var room = Backlog.MakeRoom(frame.Size, _unflushed);
                isTooSlow = room == Room.Never || (room == Room.Later && !broadcast.Waits);
                if (!isTooSlow)
                {
                    Backlog.Add(frame, room, broadcast);
                }
            }
        }

        if (isTooSlow)
        {
            _channel.OnTooSlow();
        }
        else if (mustFlush)
        {
            Flush();
        }
    }

    /// <summary>Flushes what <see cref="Post"/> has written, and what came with it.</summary>
    public void FlushPosted()
    {
        lock (_gate)
        {
            _isPosted = false;
        }

        FlushTurn();
    }

    /// <summary>Since when a message to many has waited for this client; null where none does.</summary>
    public long? BroadcastWaitsSince
    {
        get
        {
            if (_backlog is null)
            {
                return null;
            }

            lock (_gate)
            {
                return _backlog.BroadcastWaitsSince;
            }
        }
    }

    /// <summary>Whether something waits until the client takes it.</summary>
    public bool IsFlushing => _isFlushing;

    /// <summary>Asks whether the client is there.</summary>
    public void SendPing() => SendControl(Opcode.Ping, []);

    /// <summary>Answers a ping. While the client does not read, only the newest answer is kept (RFC 6455 5.5.3).</summary>
    public void SendPong(ReadOnlySpan<byte> payload) => SendControl(Opcode.Pong, payload);

    /// <summary>Writes the close frame, after all messages that were sent before. Nothing can be sent after it.</summary>
    /// <param name="close">What it says.</param>
    /// <param name="mustFlush">Whether the caller has to <see cref="Flush"/>, having let go of its locks.</param>
    /// <returns>Whether it is this one that is sent: there is only one.</returns>
    public bool TryWriteClose(ClosePayload close, out bool mustFlush)
    {
        mustFlush = false;
        Span<byte> payload = stackalloc byte[FrameHeader.MaxControlPayload];
        var frame = new OutgoingFrame(Opcode.Close, payload[..close.Write(payload)]);
        lock (_gate)
        {
            if (_isClosed || _isDead)
            {
                return false;
            }

            _isClosed = true;
            if (_isFlushing)
            {
                Backlog.Add(frame.ToPending());
            }
            else
            {
                mustFlush = Write(frame);
            }

            return true;
        }
    }

    /// <summary>Whether the calling thread runs a turn.</summary>
    public bool IsInTurn => Volatile.Read(ref _turnThread) == Environment.CurrentManagedThreadId;

    /// <summary>The calling thread begins a turn: what it sends is gathered until <see cref="EndTurn"/>.</summary>
    public void BeginTurn() => Volatile.Write(ref _turnThread, Environment.CurrentManagedThreadId);

    public void EndTurn()
    {
        // Another thread may have begun the next turn already.
        Interlocked.CompareExchange(ref _turnThread, 0, Environment.CurrentManagedThreadId);
        FlushTurn();
    }

    /// <summary>Flushes what a turn has gathered: before the reader waits, so that no answer does.</summary>
    public void FlushTurn()
    {
        // What this thread has gathered it sees without the gate, and what others send meanwhile is for them to flush.
        if (Volatile.Read(ref _unflushed) == 0)
        {
            return;
        }

        lock (_gate)
        {
            if (_unflushed == 0 || _isFlushing || _isDead)
            {
                return;
            }

            _isFlushing = true;
        }

        Flush();
    }

    /// <summary>The transport is gone: whoever waits to send is told, and nothing can be sent any more.</summary>
    public void Die()
    {
        lock (_gate)
        {
            if (!_isDead)
            {
                _isDead = true;
                _channel.OnGone();
                _backlog?.Fail(static () => ConnectionFaults.Gone());
            }
        }
    }

    /// <summary>Drops what waits, so that the close frame of a client that is too slow does not wait behind it, and tells who waits for it.</summary>
    public void ClearBacklog()
    {
        lock (_gate)
        {
            _backlog?.Drop(static () => ConnectionFaults.TooSlow());
        }
    }

    /// <summary>Completes when no flush is under way, so that the transport can be given back.</summary>
    public Task WhenIdleAsync()
    {
        lock (_gate)
        {
            return _isFlushing ? (_idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task : Task.CompletedTask;
        }
    }

    /// <summary>Flushes what was written, and then what was sent meanwhile, until nothing waits.</summary>
    public void Flush()
    {
        do
        {
            if (!_output.BeginFlush())
            {
                _output.OnFlushed(_onFlushed ??= OnFlushed);
                return;
            }
        }
        while (TakeFlushed());
    }

    /// <summary>Gives back all memory, when nothing can be sent any more.</summary>
    public void Release() => _encoder.Dispose();

    // Most clients read as fast as they are written to.
    private Backlog Backlog => _backlog ??= new(_gate, _limits.SendBufferSize, _limits.SlowClient, _metrics);

    private void ThrowIfClosed()
    {
        if (_isClosed)
        {
            throw ConnectionFaults.Closing();
        }

        if (_isDead)
        {
            throw ConnectionFaults.Gone();
        }
    }

    private void SendControl(Opcode opcode, ReadOnlySpan<byte> payload)
    {
        lock (_gate)
        {
            if (_isClosed || _isDead)
            {
                return;
            }

            if (_isFlushing)
            {
                Backlog.SetControl(opcode, payload);
                return;
            }

            if (!Write(new OutgoingFrame(opcode, payload)))
            {
                return;
            }
        }

        Flush();
    }

    // Called with the gate held. Returns whether the caller has to flush, having let go of it.
    private bool Write(in OutgoingFrame frame, FlushQueue? flushes = null)
    {
        try
        {
            _unflushed += _encoder.Write(frame);
        }
        catch (InvalidOperationException)
        {
            Die();
            return false;
        }

        bool isGathered = !_isClosed && _unflushed < LargestTurn && (flushes is not null || _turnThread == Environment.CurrentManagedThreadId);
        if (isGathered && flushes is not null && !_isPosted)
        {
            _isPosted = true;
            flushes.Add(this);
        }

        _isFlushing = !isGathered;
        return !isGathered;
    }

    private void OnFlushed()
    {
        _channel.OnSignOfLife();
        if (TakeFlushed())
        {
            Flush();
        }
    }

    // Returns whether there is more to flush.
    private bool TakeFlushed()
    {
        bool isGone = !_output.EndFlush();
        TaskCompletionSource? idle;
        lock (_gate)
        {
            _unflushed = 0;
            if (isGone)
            {
                Die();
            }
            else if (!_isDead && WriteBacklog())
            {
                return true;
            }

            _isFlushing = false;
            (idle, _idle) = (_idle, null);
        }

        idle?.TrySetResult();
        return false;
    }

    private bool WriteBacklog()
    {
        try
        {
            _unflushed = _backlog?.WriteTo(_encoder, LargestTurn) ?? 0;
            return _unflushed > 0;
        }
        catch (InvalidOperationException)
        {
            Die();
            return false;
        }
    }
}
