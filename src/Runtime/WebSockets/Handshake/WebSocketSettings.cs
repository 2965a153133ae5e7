using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>The settings of one WebSocket endpoint. What is null is as the application says.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebSocketSettings
{
    /// <summary>The largest message, in bytes.</summary>
    public int? MaxMessageSize { get; init; }

    /// <summary>The largest number of frames of one message.</summary>
    public int? MaxFragments { get; init; }

    /// <summary>The bytes that may wait for a client.</summary>
    public int? SendBufferSize { get; init; }

    /// <summary>How long a client may take to answer a close frame.</summary>
    public TimeSpan? CloseTimeout { get; init; }
}
