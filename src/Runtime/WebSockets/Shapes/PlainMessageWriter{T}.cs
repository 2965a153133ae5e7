using Upwire.CompilerServices;

namespace Upwire;

/// <summary>Sends values that need no contract.</summary>
internal sealed class PlainMessageWriter<T>(Func<WebSocketConnection, T, ValueTask> send) : IMessageWriter<T>
{
    ValueTask IMessageWriter<T>.SendAsync(WebSocketConnection connection, T value) => value is null ? default : send(connection, value);
}
