namespace Upwire;

/// <summary>What becomes of a message while the client takes nothing, by the room there is in the send buffer.</summary>
internal enum Room
{
    /// <summary>There is room.</summary>
    Now,

    /// <summary>The sender waits for it.</summary>
    Later,

    /// <summary>The message is dropped.</summary>
    NotForThis,

    /// <summary>The connection is closed.</summary>
    Never,
}
