using System.Net.WebSockets;

namespace Upwire;

/// <summary>What carries a connection's messages: our own frames on the transport, or a <see cref="WebSocket"/> of the host's.</summary>
internal abstract class WebSocketChannel
{
    private readonly CancellationTokenSource _closed = new();

    /// <summary>Cancelled when the connection has ended, whatever way.</summary>
    public CancellationToken Closed => _closed.Token;

    /// <summary>The status it was closed with, by whoever closed it first; null while it is open, and where it ended without a close frame.</summary>
    public abstract WebSocketCloseStatus? CloseStatus { get; }

    public abstract string? CloseReason { get; }

    /// <summary>What has ended the connection though neither side wanted it, for the log; null where all is well.</summary>
    public virtual Exception? Fault => null;

    /// <summary>Receives the next message. Cancelling ends the wait and nothing else.</summary>
    /// <param name="only">The type that the receiver takes, null for both: a message of the other closes the connection with 1003.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <param name="message">The message, if it is at hand.</param>
    /// <param name="later">It, if it is not; null at the end.</param>
    /// <returns>Whether it is at hand.</returns>
    public abstract bool TryReceive(WebSocketMessageType? only, CancellationToken stop, out WebSocketMessage message, out ValueTask<WebSocketMessage?> later);

    /// <inheritdoc cref="TryReceive"/>
    public ValueTask<WebSocketMessage?> ReceiveAsync(WebSocketMessageType? only, CancellationToken stop) =>
        TryReceive(only, stop, out var message, out var later) ? new(message) : later;

    /// <summary>Sends a text. Cancelling ends the wait for room; a message is sent whole or not at all.</summary>
    public abstract ValueTask SendAsync(string text, CancellationToken stop);

    /// <summary>Sends bytes, which must not change before the task has completed.</summary>
    public abstract ValueTask SendAsync(ReadOnlyMemory<byte> data, WebSocketMessageType type, CancellationToken stop);

    /// <summary>Takes a message that many get. Never fails, and waits for nobody: the message's sender does, where that is the client's policy.</summary>
    public abstract void Post(Broadcast broadcast);

    /// <summary>Sends the close frame, if none was sent, and waits for the end. Never fails.</summary>
    public abstract Task CloseAsync(ClosePayload close);

    /// <summary>Sends the close frame, if none was sent, and does not wait.</summary>
    public abstract void BeginClose(ClosePayload close);

    /// <summary>Cuts the connection. After <see cref="Release"/> there is none, and nothing happens.</summary>
    public abstract void Abort();

    /// <summary>Does what is due: pings, and the end of whom the server has waited for long enough.</summary>
    /// <param name="now">The time provider's timestamp.</param>
    public abstract void LookAfter(long now);

    /// <summary>The message that was received last is not needed any more: what waits behind it may be read.</summary>
    public abstract void ReturnLoan();

    /// <summary>Gives back the transport and all memory: called once, after the end, when the handler has returned.</summary>
    public abstract void Release();

    // Not on this thread: what hangs on the token is the application's, and the transport waits for us.
    protected void CancelClosed()
    {
        if (!_closed.IsCancellationRequested)
        {
            _ = _closed.CancelAsync();
        }
    }
}
