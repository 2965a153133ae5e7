using System.IO.Pipelines;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Features;

namespace Upwire;

/// <summary>Carries messages in our own frames, straight on the transport's pipes.</summary>
internal sealed class FrameChannel : WebSocketChannel
{
    // RFC 6455 has no code for it; 1013 is registered with IANA: try again later.
    private static readonly ClosePayload TooSlow = new((WebSocketCloseStatus)1013, "client reads too slowly");

    private readonly Lock _gate = new();
    private readonly ConnectionLimits _limits;
    private readonly TimeProvider _time;
    private readonly IHttpRequestLifetimeFeature _request;
    private readonly FrameParser _parser;
    private readonly FrameSender _sender;
    private readonly FrameReceiver _receiver;
    private KeepAlive _keepAlive;
    private TaskCompletionSource? _ended;
    private ClosePayload? _close;
    private volatile Exception? _fault;
    private volatile ClosePayload? _deferred;
    private long _deferredSince;
    private long _closingSince;
    private bool _hasEnded;
    private bool _isReleased;

    /// <summary>Makes a channel; nothing is read before <see cref="Start"/>.</summary>
    /// <param name="transport">The client's bytes, and ours, from the end of the handshake on.</param>
    /// <param name="limits">The endpoint's limits.</param>
    /// <param name="metrics">Counts what comes and goes.</param>
    /// <param name="time">Where time comes from.</param>
    /// <param name="deflate">How messages are compressed; null where they are not.</param>
    /// <param name="request">Cuts the transport's connection, so that pending reads and writes end.</param>
    public FrameChannel(
        IDuplexPipe transport,
        ConnectionLimits limits,
        EndpointMetrics metrics,
        TimeProvider time,
        WebSocketDeflateOptions? deflate,
        IHttpRequestLifetimeFeature request)
    {
        _limits = limits;
        _time = time;
        _request = request;
        _keepAlive = new(time.GetTimestamp());
        var output = new TransportWriter(transport.Output);
        var encoder = new FrameEncoder(output, metrics, deflate is null ? null : new(deflate));
        _sender = new(output, encoder, limits, metrics, this);
        _parser = new(limits, _sender, deflate is null ? null : new(deflate));
        _receiver = new(transport.Input, _parser, _sender, this, metrics, time);
    }

    public override WebSocketCloseStatus? CloseStatus => _close?.Status;

    public override string? CloseReason => _close?.Reason;

    public override Exception? Fault => _fault;

    public void Start() => _receiver.Start();

    public override bool TryReceive(WebSocketMessageType? only, CancellationToken stop, out WebSocketMessage message, out ValueTask<WebSocketMessage?> later)
    {
        SendDeferred();
        return _receiver.TryReceive(only, stop, out message, out later);
    }

    public override ValueTask SendAsync(string text, CancellationToken stop) => _sender.SendAsync(new OutgoingFrame(text), stop);

    public override ValueTask SendAsync(ReadOnlyMemory<byte> data, WebSocketMessageType type, CancellationToken stop) =>
        _sender.SendAsync(new OutgoingFrame(type == WebSocketMessageType.Text ? Opcode.Text : Opcode.Binary, data.Span), stop);

    public override void Post(Broadcast broadcast) => _sender.Post(broadcast);

    public override async Task CloseAsync(ClosePayload close)
    {
        BeginClose(close);
        await WhenEndedAsync();
        await _sender.WhenIdleAsync();
    }

    public override void BeginClose(ClosePayload close)
    {
        // Where no close frame can be sent any more, all the rest holds: the end must not be waited for in vain.
        BeginWaitForEnd();
        SendDeferred();
        TrySendClose(close);
        _receiver.Discard();
    }

    public override void LookAfter(long now)
    {
        if (Volatile.Read(ref _closingSince) is not 0 and var closingSince)
        {
            if (_time.GetElapsedTime(closingSince, now) >= _limits.CloseTimeout)
            {
                CutTransport();
            }
        }
        else if (_deferred is not null)
        {
            if (_time.GetElapsedTime(Volatile.Read(ref _deferredSince), now) >= OpenConnections.Period)
            {
                SendDeferred();
            }
        }
        else if (_receiver.IncompleteSince is { } incompleteSince && _time.GetElapsedTime(incompleteSince, now) >= _limits.MessageTimeout)
        {
            OnViolated(FrameViolation.Incomplete);
        }
        else if (_sender.BroadcastWaitsSince is { } waitsSince && _time.GetElapsedTime(waitsSince, now) >= _limits.BroadcastTimeout)
        {
            OnTooSlow();
        }
        else
        {
            KeepAlive(now);
        }
    }

    public override void ReturnLoan() => _receiver.ReturnLoan();

    public override void Release()
    {
        lock (_gate)
        {
            _isReleased = true;
        }

        _receiver.Release();
        _sender.Release();
    }

    public override void Abort()
    {
        _sender.Die();
        _receiver.Discard();
        CutTransport();
    }

    /// <summary>The client has shown that it is there.</summary>
    public void OnSignOfLife() => _keepAlive.OnSignOfLife();

    /// <summary>The client reads too slowly for what is sent to it, and that is to be its end.</summary>
    public void OnTooSlow()
    {
        _sender.ClearBacklog();
        BeginClose(TooSlow);
    }

    /// <summary>Nothing can be sent any more. Called once, with the sender's gate held, before anybody is told so.</summary>
    public void OnGone()
    {
        CancelClosed();

        // The receiver has a gate of its own.
        ThreadPool.UnsafeQueueUserWorkItem(static receiver => receiver.OnGone(), _receiver, preferLocal: false);
    }

    /// <summary>The client has sent its close frame, before any of ours.</summary>
    public void OnClosed(ClosePayload close)
    {
        // RFC 6455 5.5.1: the answer has the status that was received.
        Defer(close, new(close.Status, ""));
    }

    /// <summary>The client has broken a rule, or sent what the handler does not take.</summary>
    public void OnViolated(FrameViolation violation)
    {
        var close = new ClosePayload(violation.Status, violation.Reason);
        Defer(close, close);
        _receiver.Discard();
    }

    /// <summary>Reading has failed as it should not: nothing can be made of the connection any more.</summary>
    public void OnFaulted(Exception fault)
    {
        _fault = fault;
        Abort();
    }

    /// <summary>The transport has ended without a close frame.</summary>
    public void OnVanished() => _sender.Die();

    /// <summary>Nothing will be read any more.</summary>
    public void OnEnded()
    {
        TaskCompletionSource? ended;
        lock (_gate)
        {
            _hasEnded = true;
            ended = _ended;
        }

        ended?.TrySetResult();
        CancelClosed();
    }

    private Task WhenEndedAsync()
    {
        lock (_gate)
        {
            return _hasEnded ? Task.CompletedTask : (_ended ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }

    // The first to close says why, and it says so before anybody is told that it is closed; and that it is closed is told
    // before a send fails for it, so that who sends can know what happened.
    private void TrySendClose(ClosePayload close)
    {
        bool mustFlush;
        lock (_gate)
        {
            if (_close is not null)
            {
                return;
            }

            CancelClosed();
            if (!_sender.TryWriteClose(close, out mustFlush))
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

    // While the handler has a message, what it says to that may still go out before the close frame: the client sent the message
    // before the end of the connection. But the end does not wait for long.
    private void Defer(ClosePayload close, ClosePayload frame)
    {
        lock (_gate)
        {
            if (_close is not null)
            {
                return;
            }

            CancelClosed();
            _close = close;
            Volatile.Write(ref _deferredSince, _time.GetTimestamp());
            _deferred = frame;
        }

        if (!_receiver.IsLending)
        {
            SendDeferred();
        }
    }

    private void SendDeferred()
    {
        if (_deferred is null)
        {
            return;
        }

        bool mustFlush;
        lock (_gate)
        {
            if (_deferred is not { } frame)
            {
                return;
            }

            _deferred = null;
            BeginWaitForEnd();
            _sender.TryWriteClose(frame, out mustFlush);
        }

        if (mustFlush)
        {
            _sender.Flush();
        }
    }

    private void KeepAlive(long now)
    {
        switch (_keepAlive.Next(now, _limits, _time, owesSign: _receiver.IsListening || _sender.IsFlushing))
        {
            case Upwire.KeepAlive.Step.Ping:
                _sender.SendPing();
                break;
            case Upwire.KeepAlive.Step.Abort:
                Abort();
                break;
            default:
                break;
        }
    }

    // The transport belongs to the request: when that is over, the server may have given it to another.
    private void CutTransport()
    {
        lock (_gate)
        {
            if (!_isReleased)
            {
                _request.Abort();
            }
        }
    }

    // A client that neither answers nor reads our close frame does not keep the connection.
    private void BeginWaitForEnd() => Interlocked.CompareExchange(ref _closingSince, _time.GetTimestamp(), 0);
}
