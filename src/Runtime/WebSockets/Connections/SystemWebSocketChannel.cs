using System.Net.WebSockets;
using System.Text;
using System.Text.Unicode;

namespace Upwire;

/// <summary>Carries messages on a <see cref="WebSocket"/> of a host that frames them itself, such as TestServer.</summary>
internal sealed class SystemWebSocketChannel(WebSocket socket, ConnectionLimits limits, EndpointMetrics metrics, TimeProvider time) : WebSocketChannel
{
    private const int SmallestBuffer = 4096;

    private readonly SemaphoreSlim _sending = new(1);
    private readonly Lock _gate = new();
    private Task<WebSocketMessage?>? _receive;
    private byte[] _buffer = [];
    private volatile ClosePayload? _close;
    private volatile bool _isEnded;
    private long _incompleteSince;
    private long _closingSince;
    private int _receivers;

    public override WebSocketCloseStatus? CloseStatus => _close?.Status;

    public override string? CloseReason => _close?.Reason;

    /// <summary>Begins to receive, so that the client's close frame is seen also while nobody receives.</summary>
    public void Start() => Receive();

    public override bool TryReceive(WebSocketMessageType? only, CancellationToken stop, out WebSocketMessage message, out ValueTask<WebSocketMessage?> later)
    {
        message = default;
        later = ReceiveNextAsync(only, stop);
        return false;
    }

    // Cancelling ReceiveAsync of a WebSocket aborts it: here only the wait is cancelled, and the next call takes it up again.
    private async ValueTask<WebSocketMessage?> ReceiveNextAsync(WebSocketMessageType? only, CancellationToken stop)
    {
        if (Interlocked.Exchange(ref _receivers, 1) != 0)
        {
            throw ConnectionFaults.SecondReceive();
        }

        try
        {
            var message = _isEnded || _close is not null ? null : await TakeAsync(stop);
            if (message is null || FrameViolation.OfType(message.Value.Type, only) is not { } violation)
            {
                return message;
            }

            BeginClose(new(violation.Status, violation.Reason));
            return null;
        }
        finally
        {
            Volatile.Write(ref _receivers, 0);
        }
    }

    public override ValueTask SendAsync(string text, CancellationToken stop) =>
        SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, stop);

    public override async ValueTask SendAsync(ReadOnlyMemory<byte> data, WebSocketMessageType type, CancellationToken stop)
    {
        await _sending.WaitAsync(stop);
        try
        {
            if (_close is not null || _isEnded)
            {
                throw ConnectionFaults.Closing();
            }

            await socket.SendAsync(data, type, endOfMessage: true, CancellationToken.None);
            metrics.OnSent(data.Length);
        }
        catch (Exception exception) when (IsTransportFailure(exception))
        {
            throw ConnectionFaults.Gone(exception);
        }
        finally
        {
            _sending.Release();
        }
    }

    public override void Post(Broadcast broadcast)
    {
        var sending = SendAsync(broadcast.Frame.Payload, broadcast.Frame.Type, CancellationToken.None);
        if (!sending.IsCompletedSuccessfully)
        {
            broadcast.OnWaiting();
            _ = TellAsync(sending, broadcast);
        }
    }

    public override async Task CloseAsync(ClosePayload close)
    {
        await TrySendCloseAsync(close, close);
        while (!_isEnded)
        {
            await TakeAsync(CancellationToken.None);
        }
    }

    public override void BeginClose(ClosePayload close) => _ = TrySendCloseAsync(close, close);

    // Whether the client is there, the host knows.
    public override void LookAfter(long now)
    {
        if (Volatile.Read(ref _closingSince) is not 0 and var closingSince)
        {
            if (time.GetElapsedTime(closingSince, now) >= limits.CloseTimeout)
            {
                Abort();
            }
        }
        else if (Volatile.Read(ref _incompleteSince) is not 0 and var incompleteSince && time.GetElapsedTime(incompleteSince, now) >= limits.MessageTimeout)
        {
            BeginClose(new(FrameViolation.Incomplete.Status, FrameViolation.Incomplete.Reason));
        }
    }

    // Nothing waits behind a loan here: after the close, what is read goes elsewhere than where the message lies.
    public override void ReturnLoan()
    {
    }

    public override void Abort() => socket.Abort();

    // The buffer is not pooled again: a receive of the host's may still be under way in it.
    public override void Release()
    {
    }

    // ObjectDisposedException is one of the last kind.
    private static bool IsTransportFailure(Exception exception) =>
        exception is IOException or OperationCanceledException or InvalidOperationException;

    private static async Task TellAsync(ValueTask sending, Broadcast broadcast)
    {
        try
        {
            await sending;
        }
        catch (WebSocketException)
        {
            // The client is gone; the others have the message.
        }
        finally
        {
            broadcast.OnDone();
        }
    }

    private Task<WebSocketMessage?> Receive()
    {
        lock (_gate)
        {
            return _receive ??= ReceiveMessageAsync();
        }
    }

    private async Task<WebSocketMessage?> TakeAsync(CancellationToken stop)
    {
        var receive = Receive();
        var message = await receive.WaitAsync(stop);
        lock (_gate)
        {
            // Another may have taken it too, when the connection began to be closed, and have begun the next.
            _receive = ReferenceEquals(_receive, receive) ? null : _receive;
        }

        return message;
    }

    private async Task<WebSocketMessage?> ReceiveMessageAsync()
    {
        try
        {
            int length = 0;
            if (_close is not null)
            {
                // The last message may still be lent.
                _buffer = [];
            }

            while (true)
            {
                Reserve(length + 1);
                var result = await socket.ReceiveAsync(_buffer.AsMemory(length), CancellationToken.None);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    await AnswerCloseAsync();
                    return End();
                }

                length = _close is null ? length + result.Count : 0;
                MarkProgress(result.EndOfMessage);
                if (Check(length, result, _buffer) is { } violation)
                {
                    await TrySendCloseAsync(violation, violation);
                    length = 0;
                }
                else if (result.EndOfMessage && _close is null)
                {
                    metrics.OnReceived(length);
                    return new(result.MessageType, _buffer.AsMemory(0, length));
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException || IsTransportFailure(exception))
        {
            // The client is gone: the end is all there is to tell.
            return End();
        }
    }

    private void MarkProgress(bool isComplete)
    {
        if (isComplete || _incompleteSince == 0)
        {
            Volatile.Write(ref _incompleteSince, isComplete ? 0 : time.GetTimestamp());
        }
    }

    private ClosePayload? Check(int length, ValueWebSocketReceiveResult result, byte[] buffer)
    {
        var violation =
            length > limits.MaxMessageSize ? FrameViolation.TooLarge
            : result is { EndOfMessage: true, MessageType: WebSocketMessageType.Text } && !Utf8.IsValid(buffer.AsSpan(0, length)) ? FrameViolation.InvalidText
            : null;

        return violation is null ? null : new(violation.Status, violation.Reason);
    }

    private Task AnswerCloseAsync()
    {
        var received = new ClosePayload(socket.CloseStatus ?? WebSocketCloseStatus.Empty, socket.CloseStatusDescription ?? "");
        return TrySendCloseAsync(received, new(received.Status, ""));
    }

    private async Task TrySendCloseAsync(ClosePayload close, ClosePayload frame)
    {
        // Also where no close frame can be sent: the end must not be waited for in vain.
        Interlocked.CompareExchange(ref _closingSince, time.GetTimestamp(), 0);
        await _sending.WaitAsync();
        try
        {
            if (_close is not null || _isEnded)
            {
                return;
            }

            _close = close;
            await socket.CloseOutputAsync(frame.Status, frame.Status == WebSocketCloseStatus.Empty ? null : frame.Reason, CancellationToken.None);
        }
        catch (Exception exception) when (exception is WebSocketException || IsTransportFailure(exception))
        {
            // The client is gone: there is nobody to say goodbye to.
        }
        finally
        {
            _sending.Release();
        }

        CancelClosed();
    }

    private WebSocketMessage? End()
    {
        _isEnded = true;
        CancelClosed();
        return null;
    }

    private void Reserve(int needed)
    {
        if (_buffer.Length < needed)
        {
            Array.Resize(ref _buffer, (int)Math.Min(Array.MaxLength, Math.Max(SmallestBuffer, 2L * needed)));
        }
    }
}
