using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>Makes messages of what a handler returns.</summary>
/// <typeparam name="T">What it returns.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMessageWriter<in T>
{
    /// <summary>Sends a value, and nothing where that is null.</summary>
    internal ValueTask SendAsync(WebSocketConnection connection, T value);
}
