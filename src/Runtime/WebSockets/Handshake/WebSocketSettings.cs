using System.ComponentModel;

namespace Upwire.CompilerServices;

/// <summary>The settings of one WebSocket endpoint. What is null is as the application says.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebSocketSettings
{
    /// <summary>The sub-protocols, the preferred one first.</summary>
    public string[]? SubProtocols { get; init; }

    /// <summary>Whether a client must offer one of them.</summary>
    public bool? RequireSubProtocol { get; init; }

    /// <summary>Whether a method of the user's chooses the sub-protocol, after the binding of parameters.</summary>
    public bool SelectsSubProtocol { get; init; }

    /// <summary>The origins whose pages may open connections.</summary>
    public string[]? Origins { get; init; }

    /// <summary>The largest message, in bytes.</summary>
    public int? MaxMessageSize { get; init; }

    /// <summary>The largest number of frames of one message.</summary>
    public int? MaxFragments { get; init; }

    /// <summary>How long a message may take to become complete.</summary>
    public TimeSpan? MessageTimeout { get; init; }

    /// <summary>The time from one ping to the next.</summary>
    public TimeSpan? KeepAliveInterval { get; init; }

    /// <summary>How long a client may leave a ping unanswered.</summary>
    public TimeSpan? KeepAliveTimeout { get; init; }

    /// <summary>How long a client may take to answer a close frame.</summary>
    public TimeSpan? CloseTimeout { get; init; }

    /// <summary>What becomes of a message for which there is no room.</summary>
    public SlowClient? SlowClient { get; init; }

    /// <summary>Whether messages are compressed.</summary>
    public WebSocketCompression? Compression { get; init; }

    /// <summary>The bytes that may wait for a client.</summary>
    public int? SendBufferSize { get; init; }
}
