using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>The writers of messages that need no contract, and those that are made of others.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MessageWriter
{
    /// <summary>Text messages.</summary>
    public static IMessageWriter<string?> Text { get; } = new PlainMessageWriter<string?>(static (connection, value) => connection.SendAsync(value!));

    /// <summary>Binary messages, out of arrays.</summary>
    public static IMessageWriter<byte[]?> Bytes { get; } = new PlainMessageWriter<byte[]?>(static (connection, value) => connection.SendAsync(value.AsMemory()));

    /// <summary>Binary messages.</summary>
    public static IMessageWriter<ReadOnlyMemory<byte>> Memory { get; } = new PlainMessageWriter<ReadOnlyMemory<byte>>(static (connection, value) => connection.SendAsync(value));

    /// <summary>Binary messages, out of memory that could be written to.</summary>
    public static IMessageWriter<Memory<byte>> WritableMemory { get; } = new PlainMessageWriter<Memory<byte>>(static (connection, value) => connection.SendAsync(value));

    /// <summary>Messages of both types.</summary>
    public static IMessageWriter<WebSocketMessage> Any { get; } = new PlainMessageWriter<WebSocketMessage>(static (connection, value) => connection.SendAsync(value.Data, value.Type));

    /// <summary>Values that may be missing.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="writer">Writes one.</param>
    /// <returns>The writer.</returns>
    public static IMessageWriter<T?> OfNullable<T>(IMessageWriter<T> writer)
        where T : struct => new NullableMessageWriter<T>(writer);

    /// <summary>Sequences, each item a message of its own.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">Writes an item.</param>
    /// <returns>The writer.</returns>
    public static IMessageWriter<IAsyncEnumerable<T>?> OfSequence<T>(IMessageWriter<T> items) => new SequenceMessageWriter<T>(items);
}
