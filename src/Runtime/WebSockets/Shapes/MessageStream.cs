using System.Net.WebSockets;

namespace Upwire;

/// <summary>A connection as a stream: reads run across messages, each write is a message.</summary>
internal sealed class MessageStream(WebSocketConnection connection, WebSocketMessageType type) : Stream
{
    private ReadOnlyMemory<byte> _unread;
    private bool _isAtEnd;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw NoSeeking();

    public override long Position
    {
        get => throw NoSeeking();
        set => throw NoSeeking();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // An empty message is no end: only the connection's is.
        while (_unread.IsEmpty && !_isAtEnd && buffer.Length > 0)
        {
            var message = await connection.ReceiveAsync(cancellationToken);
            _isAtEnd = message is null;
            _unread = message?.Data ?? default;
        }

        int count = Math.Min(buffer.Length, _unread.Length);
        _unread[..count].CopyTo(buffer);
        _unread = _unread[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        connection.SendAsync(buffer, type, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Hands each message over whole, from where it lies.</summary>
    public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        ValidateCopyToArguments(destination, bufferSize);
        if (!_unread.IsEmpty)
        {
            await destination.WriteAsync(_unread, cancellationToken);
            _unread = default;
        }

        while (await connection.ReceiveAsync(cancellationToken) is { } message)
        {
            await destination.WriteAsync(message.Data, cancellationToken);
        }

        _isAtEnd = true;
    }

    /// <summary>There is nothing to do: a write is on its way when it returns.</summary>
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw Synchronous(nameof(ReadAsync));

    public override void Write(byte[] buffer, int offset, int count) => throw Synchronous(nameof(WriteAsync));

    public override long Seek(long offset, SeekOrigin origin) => throw NoSeeking();

    public override void SetLength(long value) => throw NoSeeking();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            // No thread waits for a client: the close frame is on its way, and the handler's end waits for the answer.
            _ = connection.CloseAsync();
        }

        base.Dispose(disposing);
    }

    public override async ValueTask DisposeAsync()
    {
        await connection.CloseAsync();
        await base.DisposeAsync();
    }

    private static NotSupportedException NoSeeking() => new("The stream of a WebSocket has no length and no position.");

    private static NotSupportedException Synchronous(string method) =>
        new($"The stream of a WebSocket is asynchronous, so that no thread waits for a client. Use {method}.");
}
