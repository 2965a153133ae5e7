using Upwire.CompilerServices;

namespace Upwire;

/// <summary>Sends what a value type holds, if anything.</summary>
internal sealed class NullableMessageWriter<T>(IMessageWriter<T> writer) : IMessageWriter<T?>
    where T : struct
{
    ValueTask IMessageWriter<T?>.SendAsync(WebSocketConnection connection, T? value) => value is { } present ? writer.SendAsync(connection, present) : default;
}
