namespace Upwire;

/// <summary>A member of a group, on whichever server it is connected: what others may know of it. Two that say the same are equal.</summary>
/// <param name="ConnectionId">The connection's id (<see cref="WebSocketConnection.Id"/>), by which it can be sent to.</param>
/// <param name="UserId">Whose connection it is, by the claim <see cref="UpwireWebSocketOptions.UserIdClaim"/>; null where it has none.</param>
/// <param name="PublicData">What the application has made known of it (<see cref="WebSocketConnection.PublicData"/>).</param>
public sealed record WebSocketMember(string ConnectionId, string? UserId, IReadOnlyDictionary<string, string> PublicData)
{
    /// <summary>Whether another says the same.</summary>
    /// <param name="other">The other.</param>
    /// <returns>Whether it does.</returns>
    public bool Equals(WebSocketMember? other) =>
        other is not null
        && ConnectionId == other.ConnectionId
        && UserId == other.UserId
        && MemberData.AreEqual(PublicData, other.PublicData);

    /// <summary>A hash code: the same for those that are equal.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => HashCode.Combine(ConnectionId, UserId);
}
