namespace Upwire;

/// <summary>What may become of a member of a group.</summary>
public enum WebSocketMemberChangeKind
{
    /// <summary>It is a member now, or was one when the watching began.</summary>
    Joined,

    /// <summary>It is a member no more: it was removed, its connection has ended, or its server is gone.</summary>
    Left,

    /// <summary>Its <see cref="WebSocketConnection.PublicData"/> is another now.</summary>
    Changed,
}
