using Upwire.CompilerServices;

namespace Upwire;

/// <summary>Sends the items of a sequence, each a message of its own.</summary>
internal sealed class SequenceMessageWriter<T>(IMessageWriter<T> items) : IMessageWriter<IAsyncEnumerable<T>?>
{
    async ValueTask IMessageWriter<IAsyncEnumerable<T>?>.SendAsync(WebSocketConnection connection, IAsyncEnumerable<T>? value)
    {
        if (value is null)
        {
            return;
        }

        await foreach (var item in value.WithCancellation(connection.Closed))
        {
            await items.SendAsync(connection, item);
        }
    }
}
