namespace Upwire;

/// <summary>What has become of a member of a group (<see cref="WebSocketGroup.WatchAsync"/>).</summary>
/// <param name="Kind">Whether it has come, gone, or changed.</param>
/// <param name="Member">The member, as it is now; one that has left, as it was known last.</param>
public sealed record WebSocketMemberChange(WebSocketMemberChangeKind Kind, WebSocketMember Member);
