using System.IO.Pipelines;
using System.Net.WebSockets;

namespace Upwire;

/// <summary>Carries messages in our own frames, straight on the transport's pipes.</summary>
internal sealed class FrameChannel : WebSocketChannel
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private readonly Lock _transportGate = new();
    private readonly ConnectionLimits _limits;
    private readonly TimeProvider _time;
    private readonly Action _abort;
    private readonly FrameParser _parser;
    private readonly FrameSender _sender;
    private readonly FrameReceiver _receiver;
    private ClosePayload? _close;
    private ITimer? _closeTimer;
    private bool _isReleased;

    /// <summary>Makes a channel; nothing is read before <see cref="Start"/>.</summary>
    /// <param name="transport">The client's bytes, and ours, from the end of the handshake on.</param>
    /// <param name="limits">The endpoint's limits.</param>
    /// <param name="time">Where time comes from.</param>
    /// <param name="abort">Cuts the transport's connection, so that pending reads and writes end.</param>
    public FrameChannel(IDuplexPipe transport, ConnectionLimits limits, TimeProvider time, Action abort)
    {
        _limits = limits;
        _time = time;
        _abort = abort;
        _sender = new(transport.Output, limits.SendBufferSize, OnGone);
        _parser = new(limits, _sender);
        _receiver = new(transport.Input, _parser, _sender, this);
    }

    public override WebSocketCloseStatus? CloseStatus => _close?.Status;

    public override string? CloseReason => _close?.Reason;

    public void Start() => _receiver.Start();

    public override ValueTask<WebSocketMessage?> ReceiveAsync(WebSocketMessageType? only, CancellationToken stop) =>
        _receiver.ReceiveAsync(only, stop);

    public override ValueTask SendAsync(string text, CancellationToken stop) => _sender.SendAsync(new OutgoingFrame(text), stop);

    public override ValueTask SendAsync(ReadOnlyMemory<byte> data, WebSocketMessageType type, CancellationToken stop) =>
        _sender.SendAsync(new OutgoingFrame(type == WebSocketMessageType.Text ? Opcode.Text : Opcode.Binary, data.Span), stop);

    public override async Task CloseAsync(ClosePayload close)
    {
        BeginClose(close);
        _receiver.GoOn();
        await _ended.Task;
        await _sender.WhenIdleAsync();
        StopCloseTimer();
    }

    public override void BeginClose(ClosePayload close)
    {
        // Where no close frame can be sent any more, all the rest holds: the end must not be waited for in vain.
        StartCloseTimer();
        TrySendClose(close, close);
        _receiver.Discard();
    }

    public override void ReturnLoan() => _receiver.ReturnLoan();

    public override void Release()
    {
        lock (_transportGate)
        {
            _isReleased = true;
        }

        _receiver.Release();
    }

    public override void Abort()
    {
        _sender.Die();
        _receiver.Discard();
        CutTransport();
    }

    /// <summary>The client has sent its close frame, before any of ours.</summary>
    public void OnClosed(ClosePayload close)
    {
        // RFC 6455 5.5.1: the answer has the status that was received.
        StartCloseTimer();
        TrySendClose(close, echo: new(close.Status, ""));
    }

    /// <summary>The client has broken a rule, or sent what the handler does not take.</summary>
    public void OnViolated(FrameViolation violation) => BeginClose(new(violation.Status, violation.Reason));

    /// <summary>The transport has ended without a close frame.</summary>
    public void OnVanished() => _sender.Die();

    /// <summary>Nothing will be read any more.</summary>
    public void OnEnded()
    {
        _ended.TrySetResult();
        CancelClosed();
    }

    // Called with the sender's gate held, and the receiver has one of its own: on another thread.
    private void OnGone()
    {
        CancelClosed();
        ThreadPool.UnsafeQueueUserWorkItem(static receiver => receiver.OnGone(), _receiver, preferLocal: false);
    }

    // The first to close says why, and it says so before anybody is told that it is closed; and that it is closed is told
    // before a send fails for it, so that who sends can know what happened.
    private void TrySendClose(ClosePayload close, ClosePayload echo)
    {
        bool mustFlush;
        lock (_gate)
        {
            if (_close is not null)
            {
                return;
            }

            CancelClosed();
            if (!_sender.TryWriteClose(echo, out mustFlush))
            {
                return;
            }

            _close = close;
        }

        if (mustFlush)
        {
            _sender.Flush();
        }
    }

    // The transport belongs to the request: when that is over, the server may have given it to another.
    private void CutTransport()
    {
        lock (_transportGate)
        {
            if (!_isReleased)
            {
                _abort();
            }
        }
    }

    // A client that neither answers nor reads our close frame does not keep the connection.
    private void StartCloseTimer()
    {
        lock (_gate)
        {
            _closeTimer ??= _time.CreateTimer(static channel => ((FrameChannel)channel!).CutTransport(), this, _limits.CloseTimeout, Timeout.InfiniteTimeSpan);
        }
    }

    private void StopCloseTimer()
    {
        lock (_gate)
        {
            _closeTimer?.Dispose();
        }
    }
}
