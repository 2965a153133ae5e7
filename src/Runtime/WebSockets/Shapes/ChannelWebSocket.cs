using System.Buffers;
using System.Net.WebSockets;

namespace Upwire;

/// <summary>
/// A connection as the <see cref="WebSocket"/> of .NET, over the same channel: limits, close codes and pings are as everywhere. Unlike .NET's
/// own, a cancelled call leaves it usable.
/// </summary>
internal sealed class ChannelWebSocket(WebSocketChannel channel, string? subProtocol) : WebSocket
{
    private readonly ArrayBufferWriter<byte> _fragments = new();
    private WebSocketMessageType? _fragmentsType;
    private WebSocketMessage? _unread;
    private WebSocketState _state = WebSocketState.Open;

    public override WebSocketCloseStatus? CloseStatus => channel.CloseStatus;

    public override string? CloseStatusDescription => channel.CloseReason;

    public override string? SubProtocol => subProtocol;

    public override WebSocketState State => _state;

    public override async Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken)
    {
        var result = await ReceiveAsync(buffer.AsMemory(), cancellationToken);
        return result.MessageType == WebSocketMessageType.Close
            ? new(result.Count, result.MessageType, result.EndOfMessage, CloseStatus, CloseStatusDescription)
            : new(result.Count, result.MessageType, result.EndOfMessage);
    }

    public override async ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        if (_state is not (WebSocketState.Open or WebSocketState.CloseSent))
        {
            throw InvalidState();
        }

        _unread ??= await channel.ReceiveAsync(only: null, cancellationToken);
        if (_unread is not { } message)
        {
            return await EndAsync(cancellationToken);
        }

        int count = Math.Min(buffer.Length, message.Data.Length);
        message.Data[..count].CopyTo(buffer);
        bool isEnd = count == message.Data.Length;
        _unread = isEnd ? null : new(message.Type, message.Data[count..]);
        return new(count, message.Type, isEnd);
    }

    public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) =>
        SendAsync(buffer.AsMemory(), messageType, endOfMessage, cancellationToken).AsTask();

    // How a message is fragmented has no meaning (RFC 6455 5.4), and others may send between two fragments: it is sent whole.
    public override ValueTask SendAsync(ReadOnlyMemory<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken)
    {
        if (messageType is not (WebSocketMessageType.Text or WebSocketMessageType.Binary))
        {
            throw new ArgumentException("A message is text or binary; CloseAsync sends a close frame.", nameof(messageType));
        }

        if (endOfMessage && _fragmentsType is null)
        {
            return channel.SendAsync(buffer, messageType, cancellationToken);
        }

        if (channel.Closed.IsCancellationRequested)
        {
            throw ConnectionFaults.Closing();
        }

        _fragmentsType ??= messageType;
        _fragments.Write(buffer.Span);
        return endOfMessage ? SendFragmentsAsync(cancellationToken) : default;
    }

    /// <summary>What the client still sends is dropped, and the end is received as ever.</summary>
    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
    {
        ClosePayload.Validate(closeStatus, statusDescription);
        cancellationToken.ThrowIfCancellationRequested();
        switch (_state)
        {
            case WebSocketState.Open:
                _state = WebSocketState.CloseSent;
                channel.BeginClose(new(closeStatus, statusDescription ?? ""));
                break;
            case WebSocketState.CloseReceived:
                // It was answered when it came.
                _state = WebSocketState.Closed;
                break;
            default:
                throw InvalidState();
        }

        return Task.CompletedTask;
    }

    public override async Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken)
    {
        ClosePayload.Validate(closeStatus, statusDescription);
        if (_state is WebSocketState.Open or WebSocketState.CloseSent)
        {
            _state = WebSocketState.CloseSent;
            await channel.CloseAsync(new(closeStatus, statusDescription ?? "")).WaitAsync(cancellationToken);
        }
        else if (_state != WebSocketState.CloseReceived)
        {
            throw InvalidState();
        }

        _state = WebSocketState.Closed;
    }

    public override void Abort()
    {
        _state = WebSocketState.Aborted;
        channel.Abort();
    }

    public override void Dispose()
    {
        if (_state is WebSocketState.Open or WebSocketState.CloseSent)
        {
            Abort();
        }
    }

    private async ValueTask SendFragmentsAsync(CancellationToken stop)
    {
        var type = _fragmentsType!.Value;
        _fragmentsType = null;
        try
        {
            await channel.SendAsync(_fragments.WrittenMemory, type, stop);
        }
        finally
        {
            _fragments.ResetWrittenCount();
        }
    }

    private async ValueTask<ValueWebSocketReceiveResult> EndAsync(CancellationToken stop)
    {
        if (_state == WebSocketState.CloseSent)
        {
            // Ours is on its way: the end is when the client has answered it.
            await channel.CloseAsync(new(WebSocketCloseStatus.NormalClosure, "")).WaitAsync(stop);
            _state = WebSocketState.Closed;
        }
        else
        {
            _state = channel.CloseStatus is null ? WebSocketState.Aborted : WebSocketState.CloseReceived;
        }

        return _state == WebSocketState.Aborted
            ? throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely)
            : new(0, WebSocketMessageType.Close, endOfMessage: true);
    }

    private WebSocketException InvalidState() => new(WebSocketError.InvalidState, $"The WebSocket is in the state {_state}.");
}
