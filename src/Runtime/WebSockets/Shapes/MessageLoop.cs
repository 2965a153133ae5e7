using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>The life of a connection whose handler does not receive for itself.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MessageLoop
{
    /// <summary>Calls a method for each message, one after another.</summary>
    /// <typeparam name="T">What a message is to the method.</typeparam>
    /// <param name="connection">The connection.</param>
    /// <param name="messages">Reads the messages.</param>
    /// <param name="handler">Calls the method.</param>
    /// <returns>A task that completes when the connection has ended.</returns>
    public static async Task RunAsync<T>(WebSocketConnection connection, MessageReader<T> messages, Func<T, ValueTask> handler)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(messages);
        ArgumentNullException.ThrowIfNull(handler);
        while (await connection.ReceiveAsync(messages.Only, CancellationToken.None) is { } message)
        {
            if (!messages.TryRead(connection, message, out var value))
            {
                connection.RefuseMessage();
                return;
            }

            using var span = WebSocketTracing.BeginMessage(connection, message);
            try
            {
                await handler(value);
            }
            catch (Exception exception)
            {
                WebSocketTracing.Fail(span, exception);
                throw;
            }
        }
    }

    /// <summary>Calls a method for each message, one after another, and sends what it returns.</summary>
    /// <typeparam name="T">What a message is to the method.</typeparam>
    /// <typeparam name="TReply">What it returns.</typeparam>
    /// <param name="connection">The connection.</param>
    /// <param name="messages">Reads the messages.</param>
    /// <param name="replies">Writes what is returned.</param>
    /// <param name="handler">Calls the method.</param>
    /// <returns>A task that completes when the connection has ended.</returns>
    public static Task ReplyAsync<T, TReply>(
        WebSocketConnection connection,
        MessageReader<T> messages,
        IMessageWriter<TReply> replies,
        Func<T, ValueTask<TReply>> handler)
    {
        ArgumentNullException.ThrowIfNull(replies);
        ArgumentNullException.ThrowIfNull(handler);
        return RunAsync(connection, messages, value => SendReply(connection, replies, handler(value)));
    }

    /// <summary>Sends a sequence, each item a message of its own, while what the client sends is read and dropped: so its pings and its close frame are seen.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="connection">The connection.</param>
    /// <param name="replies">Writes an item.</param>
    /// <param name="items">The items.</param>
    /// <returns>A task that completes when all items have been sent.</returns>
    public static Task SendAsync<T>(WebSocketConnection connection, IMessageWriter<T> replies, IAsyncEnumerable<T>? items)
    {
        ArgumentNullException.ThrowIfNull(connection);

        // It ends with the connection, which is closed when the items have been sent.
        _ = connection.DropMessagesAsync();
        return ConverseAsync(connection, replies, items);
    }

    /// <summary>Sends a sequence, each item a message of its own, to a client whose messages its maker receives.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="connection">The connection.</param>
    /// <param name="replies">Writes an item.</param>
    /// <param name="items">The items.</param>
    /// <returns>A task that completes when all items have been sent.</returns>
    public static Task ConverseAsync<T>(WebSocketConnection connection, IMessageWriter<T> replies, IAsyncEnumerable<T>? items)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return MessageWriter.OfSequence(replies).SendAsync(connection, items).AsTask();
    }

    private static ValueTask SendReply<TReply>(WebSocketConnection connection, IMessageWriter<TReply> replies, ValueTask<TReply> reply) =>
        reply.IsCompletedSuccessfully ? replies.SendAsync(connection, reply.Result) : AwaitReplyAsync(connection, replies, reply);

    private static async ValueTask AwaitReplyAsync<TReply>(WebSocketConnection connection, IMessageWriter<TReply> replies, ValueTask<TReply> reply) =>
        await replies.SendAsync(connection, await reply);
}
