namespace Upwire;

/// <summary>
/// Whether messages are compressed, with clients that offer it (permessage-deflate, RFC 7692). Compression tells by its length what a message
/// is like: do not send secrets in one message with what an attacker may choose.
/// </summary>
public enum WebSocketCompression
{
    /// <summary>Messages are sent as they are.</summary>
    Off,

    /// <summary>Each message is compressed for itself: a connection keeps nothing between messages.</summary>
    PerMessage,

    /// <summary>Each message may refer to those before it, for smaller ones. It takes some 300 KB for each connection.</summary>
    ContextTakeover,
}
