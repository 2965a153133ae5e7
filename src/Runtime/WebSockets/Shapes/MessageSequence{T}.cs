using System.Runtime.CompilerServices;
using System.Threading.Tasks.Sources;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>
/// The messages of a connection, as a handler loops over them. What <c>yield return</c> would do, but for one thing: no state machine stands between
/// the handler and a message, whether it is at hand or waited for.
/// </summary>
/// <param name="reader">Makes the handler's values of them.</param>
/// <param name="connection">The connection.</param>
/// <param name="stop">Ends the wait for the next one.</param>
internal sealed class MessageSequence<T>(MessageReader<T> reader, WebSocketConnection connection, CancellationToken stop)
    : IAsyncEnumerable<T>, IAsyncEnumerator<T>, IValueTaskSource<bool>
{
    private CancellationToken _stop;
    private CancellationTokenSource? _either;
    private T _current = default!;
    private int _isTaken;

    // The wait for a message: told of by one source, taken out of the other when the handler has gone on, in the handler's own context.
    private ManualResetValueTaskSourceCore<bool> _wait;
    private ConfiguredValueTaskAwaitable<WebSocketMessage?>.ConfiguredValueTaskAwaiter _later;
    private Action? _onReceived;

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
        if (connection.TryReceive(reader.Only, _stop, out var message, out var later))
        {
            return new(Read(message));
        }

        _wait.Reset();
        _later = later.ConfigureAwait(false).GetAwaiter();
        if (_later.IsCompleted)
        {
            OnReceived();
        }
        else
        {
            _later.UnsafeOnCompleted(_onReceived ??= OnReceived);
        }

        return new(this, _wait.Version);
    }

    public ValueTask DisposeAsync()
    {
        _either?.Dispose();
        return default;
    }

    bool IValueTaskSource<bool>.GetResult(short token)
    {
        _wait.GetResult(token);
        return _later.GetResult() is { } message && Read(message);
    }

    ValueTaskSourceStatus IValueTaskSource<bool>.GetStatus(short token) => _wait.GetStatus(token);

    void IValueTaskSource<bool>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _wait.OnCompleted(continuation, state, token, flags);

    private void OnReceived() => _wait.SetResult(true);

    // A message that does not fit ends the connection, and the loop.
    private bool Read(in WebSocketMessage message)
    {
        if (reader.TryRead(connection, message, out _current))
        {
            return true;
        }

        connection.RefuseMessage();
        return false;
    }
}
