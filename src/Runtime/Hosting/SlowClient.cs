namespace Upwire;

/// <summary>What becomes of a message to a client that reads so slowly that the send buffer has no room for it.</summary>
public enum SlowClient
{
    /// <summary>The sender waits for room.</summary>
    Wait,

    /// <summary>The connection is closed with 1013; what waits is dropped, and the send throws.</summary>
    Close,

    /// <summary>The message is dropped.</summary>
    DropNewest,

    /// <summary>Messages that wait are dropped, the oldest first, until there is room. One that there would be no room for at all is dropped itself.</summary>
    DropOldest,
}
