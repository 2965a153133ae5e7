using System.ComponentModel;
using System.Net.WebSockets;

namespace Upwire.CompilerServices;

/// <summary>Makes a handler's values of the messages of a connection.</summary>
/// <typeparam name="T">What a message is to the handler.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class MessageReader<T>
{
    private protected MessageReader(WebSocketMessageType? only) => Only = only;

    /// <summary>The type of message that is taken, null for both.</summary>
    internal WebSocketMessageType? Only { get; }

    /// <summary>The messages of a connection, to its end.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="stop">Ends the wait for the next one.</param>
    /// <returns>The messages. What is lent of one is lent until the next.</returns>
    public IAsyncEnumerable<T> ReadAllAsync(WebSocketConnection connection, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return new MessageSequence<T>(this, connection, stop);
    }

    /// <summary>Reads a message; where it does not fit, tells the log what is wrong.</summary>
    internal abstract bool TryRead(WebSocketConnection connection, in WebSocketMessage message, out T value);
}
