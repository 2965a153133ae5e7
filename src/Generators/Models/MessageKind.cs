namespace Upwire.Generators.Models;

/// <summary>What a message of a connection is to a handler.</summary>
internal enum MessageKind
{
    /// <summary>A string: a text message.</summary>
    Text,

    /// <summary>An array of bytes: a binary message.</summary>
    Bytes,

    /// <summary>A <c>ReadOnlyMemory</c> of bytes: a binary message.</summary>
    Memory,

    /// <summary>A <c>Memory</c> of bytes, which a handler may return.</summary>
    WritableMemory,

    /// <summary>A <c>WebSocketMessage</c>: of either type.</summary>
    Any,

    /// <summary>Any other value: JSON, in a text message.</summary>
    Json,
}
