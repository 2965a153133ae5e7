using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Tasks.Sources;

namespace Upwire;

/// <summary>
/// The reading half of a connection. One party at a time, the pump, touches the transport's input and the parser: the
/// caller of <see cref="ReceiveAsync"/> while bytes are at hand, else the completion of a read. Reading goes on, one
/// message ahead, also while nobody receives, so that pings and the close frame are answered.
/// </summary>
internal sealed class FrameReceiver : IValueTaskSource<WebSocketMessage?>
{
    private readonly Lock _gate = new();
    private readonly PipeReader _input;
    private readonly FrameParser _parser;
    private readonly FrameSender _sender;
    private readonly FrameChannel _channel;
    private readonly Action _onRead;

    // The pump's own.
    private ValueTask<ReadResult> _read;
    private ReadOnlySequence<byte> _buffer;
    private bool _hasBuffer;
    private bool _isInputAtEnd;

    // Guarded by the gate.
    private ManualResetValueTaskSourceCore<WebSocketMessage?> _receiver;
    private CancellationTokenRegistration _registration;
    private CancellationToken _stop;
    private WebSocketMessage? _ahead;
    private bool _isPumping;
    private bool _isReceiving;
    private bool _hasReceiver;
    private bool _isEnded;
    private volatile bool _isDiscarding;

    public FrameReceiver(PipeReader input, FrameParser parser, FrameSender sender, FrameChannel channel)
    {
        _input = input;
        _parser = parser;
        _sender = sender;
        _channel = channel;
        _onRead = OnRead;
    }

    private enum Step
    {
        Message,
        Reading,
        Ended,
    }

    /// <summary>Begins to read.</summary>
    public void Start()
    {
        _isPumping = true;
        Pump();
    }

    public ValueTask<WebSocketMessage?> ReceiveAsync(CancellationToken stop)
    {
        lock (_gate)
        {
            if (_hasReceiver)
            {
                throw new InvalidOperationException("A message is being received already. One receiver at a time; await the first before the second.");
            }

            if (_ahead is not null)
            {
                (var message, _ahead) = (_ahead, null);
                return new(message);
            }

            // The end is told before a cancellation: a loop over a token that ends with the connection ends in peace.
            if (_isEnded || _isDiscarding)
            {
                return new((WebSocketMessage?)null);
            }

            if (stop.IsCancellationRequested)
            {
                return ValueTask.FromCanceled<WebSocketMessage?>(stop);
            }

            if (_isPumping)
            {
                return BeginReceiving(stop);
            }

            _isPumping = true;
            _hasReceiver = true;
        }

        return PumpForReceiver(stop);
    }

    /// <summary>From now on, what the client sends is dropped until its close frame comes: ours has been sent.</summary>
    public void Discard()
    {
        bool isReceiving;
        lock (_gate)
        {
            _isDiscarding = true;
            _ahead = null;
            isReceiving = EndReceiving();
        }

        if (isReceiving)
        {
            // Not on this thread: it may be anybody's.
            _receiver.RunContinuationsAsynchronously = true;
            _receiver.SetResult(null);
        }
    }

    /// <summary>Reads to the end, after <see cref="Discard()"/>. The memory of a message that is lent is given back.</summary>
    public void Drain()
    {
        lock (_gate)
        {
            if (_isPumping || _isEnded)
            {
                return;
            }

            _isPumping = true;
        }

        Pump();
    }

    WebSocketMessage? IValueTaskSource<WebSocketMessage?>.GetResult(short token)
    {
        lock (_gate)
        {
            _hasReceiver = false;
        }

        return _receiver.GetResult(token);
    }

    ValueTaskSourceStatus IValueTaskSource<WebSocketMessage?>.GetStatus(short token) => _receiver.GetStatus(token);

    void IValueTaskSource<WebSocketMessage?>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _receiver.OnCompleted(continuation, state, token, flags);

    // Called with the gate held.
    private ValueTask<WebSocketMessage?> BeginReceiving(CancellationToken stop)
    {
        _isReceiving = true;
        _hasReceiver = true;
        _receiver.Reset();
        _receiver.RunContinuationsAsynchronously = false;
        _stop = stop;
        if (stop.CanBeCanceled)
        {
            _registration = stop.UnsafeRegister(static (state, token) => ((FrameReceiver)state!).Cancel(token), this);
        }

        return new(this, _receiver.Version);
    }

    // Called with the gate held.
    private bool EndReceiving()
    {
        bool wasReceiving = _isReceiving;
        _isReceiving = false;
        if (wasReceiving)
        {
            // A cancellation that is on its way finds that nobody receives, or somebody with another token.
            _registration.Unregister();
            _registration = default;
        }

        return wasReceiving;
    }

    // The read goes on: its message is for the next receiver.
    private void Cancel(CancellationToken stop)
    {
        lock (_gate)
        {
            if (!_isReceiving || _stop != stop)
            {
                return;
            }

            EndReceiving();
        }

        _receiver.RunContinuationsAsynchronously = true;
        _receiver.SetException(new OperationCanceledException(stop));
    }

    private ValueTask<WebSocketMessage?> PumpForReceiver(CancellationToken stop)
    {
        _parser.ReleaseMessage();
        var step = Advance();
        if (step == Step.Reading)
        {
            ValueTask<WebSocketMessage?> pending;
            lock (_gate)
            {
                // Our close frame may have been sent meanwhile: then nobody is to wait.
                _hasReceiver = !_isDiscarding;
                pending = _isDiscarding ? new((WebSocketMessage?)null) : BeginReceiving(stop);
            }

            AwaitRead();
            return pending;
        }

        Settle(step, hasCaller: true, out var message);
        return new(message);
    }

    private void OnRead()
    {
        _sender.BeginTurn();
        try
        {
            TakeRead();
            Pump();
        }
        finally
        {
            // Whatever the handler has sent while it ran on this thread goes out now, in one piece.
            _sender.EndTurn();
        }
    }

    private void Pump()
    {
        var step = Advance();
        if (step == Step.Reading)
        {
            AwaitRead();
            return;
        }

        if (Settle(step, hasCaller: false, out var message))
        {
            // The handler goes on here, on this thread, until it awaits something.
            _receiver.SetResult(message);
        }
    }

    // Nothing of the pump's may be touched after this: the read may have completed on another thread already.
    private void AwaitRead() => _read.GetAwaiter().UnsafeOnCompleted(_onRead);

    // Ends the pump, with a message or at the end. Returns whether somebody waits to be told.
    private bool Settle(Step step, bool hasCaller, out WebSocketMessage? message)
    {
        bool isReceiving;
        bool goesOn;
        lock (_gate)
        {
            goesOn = step == Step.Message && _isDiscarding;
            message = step == Step.Message && !_isDiscarding ? _parser.Message : null;
            isReceiving = EndReceiving();
            _isEnded = step == Step.Ended;
            _isPumping = goesOn;
            _ahead = hasCaller || isReceiving ? null : message;
            _hasReceiver &= !hasCaller;
        }

        if (goesOn)
        {
            Pump();
        }
        else if (step == Step.Ended)
        {
            _channel.OnEnded();
        }

        return isReceiving;
    }

    // Goes on with what is there, and then as long as reads complete at once.
    private Step Advance()
    {
        while (true)
        {
            if (_hasBuffer)
            {
                switch (_isDiscarding ? Discard(ref _buffer) : _parser.Parse(ref _buffer))
                {
                    case ParseOutcome.Message:
                        return Step.Message;
                    case ParseOutcome.Closed:
                        ReturnBuffer(_buffer.Start);
                        if (!_isDiscarding)
                        {
                            _channel.OnClosed(_parser.Close!);
                        }

                        return Step.Ended;
                    case ParseOutcome.Violated:
                        _channel.OnViolated(_parser.Violation!);
                        continue;
                    default:
                        break;
                }

                ReturnBuffer(_buffer.End);
            }

            if (_isInputAtEnd)
            {
                _channel.OnVanished();
                return Step.Ended;
            }

            if (!BeginRead())
            {
                return Step.Reading;
            }

            TakeRead();
        }
    }

    private ParseOutcome Discard(ref ReadOnlySequence<byte> buffer) =>
        _parser.Discard(ref buffer) ? ParseOutcome.Closed : ParseOutcome.NeedMore;

    private void ReturnBuffer(SequencePosition examined)
    {
        _hasBuffer = false;
        _input.AdvanceTo(_buffer.Start, examined);
        _buffer = default;
    }

    // Whatever a transport throws is the end of its connection, also what the stream of some middleware does: on a thread
    // of the transport's it would be the end of the process.
#pragma warning disable CA1031
    // Returns whether the read has completed.
    private bool BeginRead()
    {
        _sender.FlushTurn();
        try
        {
            // Never with a token: a cancelled read may break the transport.
            _read = _input.ReadAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            _read = ValueTask.FromException<ReadResult>(exception);
        }

        return _read.IsCompleted;
    }

    private void TakeRead()
    {
        try
        {
            var result = _read.GetAwaiter().GetResult();
            _buffer = result.Buffer;
            _hasBuffer = true;

            // Kestrel cancels the pending read of every connection when it begins to stop: that is not the end of it.
            _isInputAtEnd = result.IsCompleted;
        }
        catch (Exception)
        {
            // A client that vanishes is no failure of the application: the end is all there is to tell.
            _isInputAtEnd = true;
        }
    }
#pragma warning restore CA1031
}
