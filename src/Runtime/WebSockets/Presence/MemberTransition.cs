namespace Upwire;

/// <summary>What was known of a member, and what is now; null for nothing. Not both are.</summary>
internal readonly record struct MemberTransition(WebSocketMember? Before, WebSocketMember? Now)
{
    public string ConnectionId => (Now ?? Before)!.ConnectionId;

    /// <summary>Whether there is something to tell.</summary>
    public bool IsChange => !Equals(Before, Now);

    public WebSocketMemberChange ToChange() => this switch
    {
        (null, { } member) => new(WebSocketMemberChangeKind.Joined, member),
        (_, { } member) => new(WebSocketMemberChangeKind.Changed, member),
        _ => new(WebSocketMemberChangeKind.Left, Before!),
    };
}
