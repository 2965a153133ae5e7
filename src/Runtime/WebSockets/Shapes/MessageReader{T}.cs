using System.ComponentModel;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;

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
    public async IAsyncEnumerable<T> ReadAllAsync(WebSocketConnection connection, [EnumeratorCancellation] CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        while (await connection.ReceiveAsync(Only, stop) is { } message)
        {
            if (!TryRead(connection, message, out var value))
            {
                await connection.RefuseMessageAsync();
                yield break;
            }

            yield return value;
        }
    }

    /// <summary>Reads a message; where it does not fit, tells the log what is wrong.</summary>
    internal abstract bool TryRead(WebSocketConnection connection, WebSocketMessage message, out T value);
}
