using System.IO.Pipelines;
using System.Net.WebSockets;

namespace Upwire;

/// <summary>
/// The reading half of a connection. One party at a time, the pump, touches the transport's input and the parser: the
/// caller of <see cref="TryReceive"/> while bytes are at hand, else the completion of a read. Reading goes on, one
/// message ahead, also while nobody receives and while a message is lent, so that pings and the close frame are answered.
/// </summary>
internal sealed class FrameReceiver
{
    private readonly Lock _gate = new();
    private readonly WaitingReceiver _receiver;
    private readonly ReceiveBuffer _buffer;
    private readonly FrameParser _parser;
    private readonly FrameSender _sender;
    private readonly FrameChannel _channel;
    private readonly EndpointMetrics _metrics;
    private readonly FramePump _pump;
    private readonly ReadLoop _reads;

    // The pump's own: whether the memory of a message was kept when the last bytes were given back.
    private bool _isKeeping;

    // The receiver's own while there is one.
    private WebSocketMessageType? _only;

    // Guarded by the gate.
    private MessageLoan? _lent;
    private bool _isAhead;
    private volatile bool _isPumping;
    private bool _isResting;
    private bool _isEnded;
    private volatile bool _isDiscarding;

    public FrameReceiver(PipeReader input, FrameParser parser, FrameSender sender, FrameChannel channel, EndpointMetrics metrics, TimeProvider time)
    {
        _receiver = new(_gate, channel.Closed);
        _buffer = new(input, time);
        _parser = parser;
        _sender = sender;
        _channel = channel;
        _metrics = metrics;
        _pump = new(_buffer, parser, sender, channel, this);
        _reads = new(_buffer, this);
    }

    /// <summary>Whether anything that the client says now is heard at once: a read is under way.</summary>
    public bool IsListening => _buffer.IsReading;

    /// <summary>Since when the client has owed the rest of a message; null where it owes none, or is not listened to.</summary>
    public long? IncompleteSince => _buffer.IncompleteSince;

    /// <summary>Whether the handler has a message. It may be on its way back for the next one.</summary>
    public bool IsLending => _lent is not null;

    /// <summary>Whether what the client sends is dropped until its close frame comes.</summary>
    public bool IsDiscarding => _isDiscarding;

    /// <summary>Begins to read.</summary>
    public void Start()
    {
        _isPumping = true;
        Pump();
    }

    /// <inheritdoc cref="WebSocketChannel.TryReceive"/>
    public bool TryReceive(WebSocketMessageType? only, CancellationToken stop, out WebSocketMessage message, out ValueTask<WebSocketMessage?> later)
    {
        message = default;
        later = default;
        bool isAtHand;
        lock (_gate)
        {
            if (_receiver.IsPresent)
            {
                throw ConnectionFaults.SecondReceive();
            }

            _only = only;
            EndLoan();
            if (_isAhead)
            {
                TakeAhead();
            }
            else if (_isEnded || _isDiscarding)
            {
                // The end is told before a cancellation: a loop over a token that ends with the connection ends in peace.
                return false;
            }
            else if (stop.IsCancellationRequested)
            {
                later = ValueTask.FromCanceled<WebSocketMessage?>(stop);
                return false;
            }
            else if (_isPumping)
            {
                later = _receiver.Begin(stop);
                return false;
            }
            else if (_buffer.HasBytes && _parser.TryTakeWhole(ref _buffer.Unparsed, out var whole))
            {
                // Of what a client has sent at once, the next: it needs no pump.
                _buffer.OnComplete();
                _lent = whole;
            }

            isAtHand = _lent is not null;
            message = _lent.GetValueOrDefault().Message;
            _isPumping |= !isAtHand;
            _receiver.IsPresent = true;
        }

        if (isAtHand)
        {
            return HandOver(message);
        }

        later = PumpForReceiver(stop);
        return false;
    }

    /// <summary>From now on, what the client sends is dropped until its close frame comes: ours has been sent.</summary>
    public void Discard()
    {
        bool isWaiting;
        lock (_gate)
        {
            _isDiscarding = true;
            _isResting = false;
            DropAhead();
            isWaiting = _receiver.End();
        }

        if (isWaiting)
        {
            _receiver.CompleteElsewhere();
        }

        // What was ahead has kept reading back, and a busy handler would: the client's close frame is to be heard now.
        GoOn();
    }

    /// <summary>Nothing can be sent any more: whoever waits until then waits no longer.</summary>
    public void OnGone() => _receiver.Cancel(_channel.Closed);

    /// <summary>Reads on, if nobody does.</summary>
    public void GoOn()
    {
        while (TryBeginPumping())
        {
            Pump();
        }
    }

    /// <summary>The message that is lent is not needed any more, before the next receive says so.</summary>
    public void ReturnLoan()
    {
        lock (_gate)
        {
            EndLoan();
        }
    }

    /// <summary>A read has completed: this thread is the pump.</summary>
    public void OnRead()
    {
        _channel.OnSignOfLife();
        _sender.BeginTurn();
        try
        {
            KeepLoan();
            Pump();

            // The handler has let go of the thread. Where it awaits something else than the next message, reading is ours.
            GoOn();
        }
        finally
        {
            // Whatever the handler has sent while it ran on this thread goes out now, in one piece.
            _sender.EndTurn();
        }
    }

    /// <summary>Gives back all memory, when nothing is read any more and the handler has returned.</summary>
    public void Release()
    {
        lock (_gate)
        {
            EndLoan();
            DropAhead();
        }

        _parser.Dispose();
    }

    private ValueTask<WebSocketMessage?> PumpForReceiver(CancellationToken stop)
    {
        var step = _pump.Advance();
        if (step == PumpStep.Reading)
        {
            ValueTask<WebSocketMessage?> pending;
            lock (_gate)
            {
                // Our close frame may have been sent meanwhile: then nobody is to wait.
                _receiver.IsPresent = !_isDiscarding;
                pending = _isDiscarding ? new((WebSocketMessage?)null) : _receiver.Begin(stop);
            }

            AwaitRead();
            return pending;
        }

        Settle(step, hasCaller: true, out var message);
        if (message is { } received)
        {
            return HandOver(received) ? new(message) : default;
        }

        EndReceive();
        return default;
    }

    private bool HandOver(in WebSocketMessage message)
    {
        bool isAccepted = Accept(message);
        EndReceive();
        return isAccepted;
    }

    // In a turn the handler is likely to come back for the next message at once, and then reads for itself; elsewhere nobody
    // would. Until it has returned, the caller is the one receiver there may be.
    private void EndReceive()
    {
        if (!_sender.IsInTurn)
        {
            GoOn();
        }

        _receiver.IsPresent = false;
    }

    private bool TryBeginPumping()
    {
        if (_isPumping)
        {
            return false;
        }

        lock (_gate)
        {
            if (_isPumping || _isEnded || _isResting || _isAhead)
            {
                return false;
            }

            _isPumping = true;
            return true;
        }
    }

    // Called with the gate held.
    private void EndLoan()
    {
        _lent?.ReturnRented();
        _lent = null;
        _isResting = false;
    }

    // What is ahead waits in the parser. Called with the gate held, as is the next one.
    private WebSocketMessage TakeAhead()
    {
        var loan = _parser.TakeMessage();
        _isAhead = false;
        _lent = loan;
        return loan.Message;
    }

    private void DropAhead()
    {
        if (_isAhead)
        {
            _parser.TakeMessage().ReturnRented();
            _isAhead = false;
        }
    }

    private void Pump()
    {
        var step = _pump.Advance();
        if (step == PumpStep.Reading)
        {
            AwaitRead();
            return;
        }

        if (Settle(step, hasCaller: false, out var message))
        {
            _receiver.Complete(message is { } received && Accept(received) ? message : null);
        }
    }

    // Before anything behind the message is read: a fault there must not be told in place of this one.
    private bool Accept(in WebSocketMessage message)
    {
        _metrics.OnReceived(message.Data.Length);
        if (FrameViolation.OfType(message.Type, _only) is not { } violation)
        {
            return true;
        }

        ReturnLoan();
        _channel.OnViolated(violation);
        return false;
    }

    // Nothing of the pump's may be touched after this: the read may have completed on another thread already.
    private void AwaitRead()
    {
        _buffer.BeginWait(_parser.IsInMessage);
        _reads.Await();
    }

    // Ends the pump, unless there is nothing to end it for. Returns whether somebody waits to be told.
    private bool Settle(PumpStep step, bool hasCaller, out WebSocketMessage? message)
    {
        message = null;
        bool isWaiting = false;
        bool goesOn;
        lock (_gate)
        {
            _isAhead = step == PumpStep.Message;

            // What comes after our close frame is dropped, and a loan that has ended meanwhile keeps nothing back.
            goesOn = _isAhead ? _isDiscarding : step == PumpStep.Resting && _lent is null;
            if (goesOn)
            {
                DropAhead();
            }
            else
            {
                isWaiting = _receiver.End();
                _isPumping = false;
                _isEnded = step == PumpStep.Ended;
                _isResting = step == PumpStep.Resting;
                if (_isAhead && (hasCaller || isWaiting))
                {
                    message = TakeAhead();
                }
            }
        }

        if (goesOn)
        {
            Pump();
        }
        else if (step == PumpStep.Ended)
        {
            _channel.OnEnded();
        }

        return isWaiting;
    }

    /// <summary>Gives back what is parsed, but for a message that is lent.</summary>
    /// <returns>Whether there may be read on.</returns>
    public bool ReturnBytes(bool isLast)
    {
        lock (_gate)
        {
            var lentAt = _lent?.InTransport;
            _isKeeping = lentAt is not null;
            return _buffer.TryReturn(lentAt, isLast);
        }
    }

    /// <summary>What was kept is now where the bytes begin; unless the loan has ended while they were read.</summary>
    public void KeepLoan()
    {
        if (!_isKeeping)
        {
            return;
        }

        lock (_gate)
        {
            _lent = _lent is { } lent ? lent with { InTransport = _buffer.Start } : null;
        }
    }
}
