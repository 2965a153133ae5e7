using System.Buffers;
using System.IO.Pipelines;
using System.Net.WebSockets;

namespace Upwire;

/// <summary>
/// The reading half of a connection. One party at a time, the pump, touches the transport's input and the parser: the
/// caller of <see cref="ReceiveAsync"/> while bytes are at hand, else the completion of a read. Reading goes on, one
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
    private readonly ReadLoop _reads;

    // The pump's own: whether the memory of a message was kept when the last bytes were given back.
    private bool _isKeeping;

    // The receiver's own while there is one.
    private WebSocketMessageType? _only;

    // Guarded by the gate.
    private MessageLoan? _lent;
    private MessageLoan? _ahead;
    private bool _isPumping;
    private bool _isResting;
    private bool _isEnded;
    private volatile bool _isDiscarding;

    public FrameReceiver(PipeReader input, FrameParser parser, FrameSender sender, FrameChannel channel, TimeProvider time)
    {
        _receiver = new(_gate, channel.Closed);
        _buffer = new(input, time);
        _parser = parser;
        _sender = sender;
        _channel = channel;
        _reads = new(_buffer, this);
    }

    /// <summary>Whether anything that the client says now is heard at once: a read is under way.</summary>
    public bool IsListening => _buffer.IsReading;

    /// <summary>Since when the client has owed the rest of a message; null where it owes none, or is not listened to.</summary>
    public long? IncompleteSince => _buffer.IncompleteSince;

    /// <summary>Whether the handler has a message. It may be on its way back for the next one.</summary>
    public bool IsLending => _lent is not null;

    /// <summary>Begins to read.</summary>
    public void Start()
    {
        _isPumping = true;
        Pump();
    }

    public ValueTask<WebSocketMessage?> ReceiveAsync(WebSocketMessageType? only, CancellationToken stop)
    {
        WebSocketMessage? ahead = null;
        lock (_gate)
        {
            if (_receiver.IsPresent)
            {
                throw ConnectionFaults.SecondReceive();
            }

            _only = only;
            EndLoan();
            if (_ahead is { } loan)
            {
                (_lent, _ahead, ahead) = (loan, null, loan.Message);
                _receiver.IsPresent = true;
            }
            else if (_isEnded || _isDiscarding)
            {
                // The end is told before a cancellation: a loop over a token that ends with the connection ends in peace.
                return new((WebSocketMessage?)null);
            }
            else if (stop.IsCancellationRequested)
            {
                return ValueTask.FromCanceled<WebSocketMessage?>(stop);
            }
            else if (_isPumping)
            {
                return _receiver.Begin(stop);
            }
            else
            {
                _isPumping = true;
                _receiver.IsPresent = true;
            }
        }

        return ahead is null ? PumpForReceiver(stop) : new(HandOver(ahead));
    }

    /// <summary>From now on, what the client sends is dropped until its close frame comes: ours has been sent.</summary>
    public void Discard()
    {
        bool isWaiting;
        lock (_gate)
        {
            _isDiscarding = true;
            _isResting = false;
            _ahead?.ReturnRented();
            _ahead = null;
            isWaiting = _receiver.End();
        }

        if (isWaiting)
        {
            _receiver.CompleteElsewhere();
        }
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
            _ahead?.ReturnRented();
            _ahead = null;
        }

        _parser.Dispose();
    }

    private ValueTask<WebSocketMessage?> PumpForReceiver(CancellationToken stop)
    {
        var step = Advance();
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
        return new(HandOver(message));
    }

    // In a turn the handler is likely to come back for the next message at once, and then reads for itself; elsewhere nobody
    // would. Until it has returned, the caller is the one receiver there may be.
    private WebSocketMessage? HandOver(WebSocketMessage? message)
    {
        message = Accept(message);
        if (!_sender.IsInTurn)
        {
            GoOn();
        }

        _receiver.IsPresent = false;
        return message;
    }

    private bool TryBeginPumping()
    {
        lock (_gate)
        {
            if (_isPumping || _isEnded || _isResting || _ahead is not null)
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

    private void Pump()
    {
        var step = Advance();
        if (step == PumpStep.Reading)
        {
            AwaitRead();
            return;
        }

        if (Settle(step, hasCaller: false, out var message))
        {
            _receiver.Complete(Accept(message));
        }
    }

    // Before anything behind the message is read: a fault there must not be told in place of this one.
    private WebSocketMessage? Accept(WebSocketMessage? message)
    {
        if (FrameViolation.OfType(message, _only) is not { } violation)
        {
            return message;
        }

        ReturnLoan();
        _channel.OnViolated(violation);
        return null;
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
        bool isWaiting = false;
        bool goesOn;
        lock (_gate)
        {
            MessageLoan? loan = step == PumpStep.Message ? new(_parser.Message, _parser.TakeRented(), _parser.MessageAt) : null;

            // What comes after our close frame is dropped, and a loan that has ended meanwhile keeps nothing back.
            goesOn = step == PumpStep.Message ? _isDiscarding : step == PumpStep.Resting && _lent is null;
            if (goesOn)
            {
                loan?.ReturnRented();
                loan = null;
            }
            else
            {
                isWaiting = _receiver.End();
                _isPumping = false;
                _isEnded = step == PumpStep.Ended;
                _isResting = step == PumpStep.Resting;
                (hasCaller || isWaiting ? ref _lent : ref _ahead) = loan;
            }

            message = loan?.Message;
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

    // A fault of ours, or of a transport that takes nothing back, ends one connection: on a thread of the transport's it would be the end of the process.
    private PumpStep Advance()
    {
        try
        {
            return ReadOn();
        }
#pragma warning disable CA1031
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _channel.OnFaulted(exception);
            return PumpStep.Ended;
        }
    }

    // Goes on with what is there, and then as long as reads complete at once.
    private PumpStep ReadOn()
    {
        while (true)
        {
            if (_buffer.HasBytes)
            {
                switch (_isDiscarding ? Discard(ref _buffer.Unparsed) : _parser.Parse(ref _buffer.Unparsed))
                {
                    case ParseOutcome.Message:
                        _buffer.OnComplete();
                        return PumpStep.Message;
                    case ParseOutcome.Closed:
                        ReturnBytes(isLast: true);
                        if (!_isDiscarding)
                        {
                            _channel.OnClosed(_parser.Close!);
                        }

                        return PumpStep.Ended;
                    case ParseOutcome.Violated:
                        _channel.OnViolated(_parser.Violation!);
                        continue;
                    default:
                        break;
                }

                if (!ReturnBytes(isLast: _buffer.IsAtEnd))
                {
                    return PumpStep.Resting;
                }
            }

            if (_buffer.IsAtEnd)
            {
                _channel.OnVanished();
                return PumpStep.Ended;
            }

            _sender.FlushTurn();
            if (!_buffer.BeginRead())
            {
                return PumpStep.Reading;
            }

            _buffer.Take();
            KeepLoan();
        }
    }

    private ParseOutcome Discard(ref ReadOnlySequence<byte> buffer) =>
        _parser.Discard(ref buffer) ? ParseOutcome.Closed : ParseOutcome.NeedMore;

    // Returns whether there may be read on.
    private bool ReturnBytes(bool isLast)
    {
        lock (_gate)
        {
            var lentAt = _lent?.InTransport;
            _isKeeping = lentAt is not null;
            return _buffer.TryReturn(lentAt, isLast);
        }
    }

    // What was kept is now where the bytes begin; unless the loan has ended while they were read.
    private void KeepLoan()
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
