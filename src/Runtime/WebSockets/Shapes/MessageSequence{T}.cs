using System.Runtime.CompilerServices;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>
/// The messages of a connection, as a handler loops over them. What <c>yield return</c> would do, but for one thing: a message that is at hand is
/// handed over as it is, and no state machine runs for it.
/// </summary>
/// <param name="reader">Makes the handler's values of them.</param>
/// <param name="connection">The connection.</param>
/// <param name="stop">Ends the wait for the next one.</param>
internal sealed class MessageSequence<T>(MessageReader<T> reader, WebSocketConnection connection, CancellationToken stop) : IAsyncEnumerable<T>, IAsyncEnumerator<T>
{
    private CancellationToken _stop;
    private CancellationTokenSource? _either;
    private T _current = default!;
    private int _isTaken;

    public T Current => _current;

    // The first loop needs no object of its own; there is rarely a second.
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isTaken, 1) != 0)
        {
            return new MessageSequence<T>(reader, connection, stop).GetAsyncEnumerator(cancellationToken);
        }

        _stop = stop.CanBeCanceled ? stop : cancellationToken;
        if (cancellationToken.CanBeCanceled && cancellationToken != _stop)
        {
            _either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancellationToken);
            _stop = _either.Token;
        }

        return this;
    }

    public ValueTask<bool> MoveNextAsync()
    {
        if (!connection.TryReceive(reader.Only, _stop, out var message, out var later))
        {
            return AwaitAsync(later);
        }

        return reader.TryRead(connection, message, out _current) ? new(true) : RefuseAsync();
    }

    public ValueTask DisposeAsync()
    {
        _either?.Dispose();
        return default;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> AwaitAsync(ValueTask<WebSocketMessage?> later)
    {
        if (await later is not { } message)
        {
            return false;
        }

        return reader.TryRead(connection, message, out _current) || await RefuseAsync();
    }

    private async ValueTask<bool> RefuseAsync()
    {
        await connection.RefuseMessageAsync();
        return false;
    }
}
