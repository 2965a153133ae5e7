namespace Upwire;

/// <summary>The members of a group on another server, as far as that has told. Guarded by the gate of its <see cref="WatchedGroup"/>.</summary>
internal sealed class NodeMembers
{
    private readonly Parts<WebSocketMember> _incoming = new();
    private long _incomingVersion;
    private Dictionary<string, WebSocketMember> _members = new(StringComparer.Ordinal);

    // Null where they have not been told yet.
    private long? _version;

    /// <summary>Whether that server has been asked for all, and its answer may be on its way.</summary>
    public bool IsAsked { get; set; }

    public IEnumerable<WebSocketMember> All => _members.Values;

    public bool IsCurrent(long version) => _version == version;

    /// <summary>Takes over a part of all of them; with the last, these are the members.</summary>
    /// <returns>What is different now.</returns>
    public List<MemberTransition> Take(long version, Part<WebSocketMember> part)
    {
        if (part.First == 0)
        {
            _incomingVersion = version;
        }

        return version == _incomingVersion && _incoming.TryComplete(part, out var members) ? Replace(version, members) : [];
    }

    /// <summary>Takes over one change, if it is the next.</summary>
    /// <param name="version">The version that it leads to.</param>
    /// <param name="id">The connection.</param>
    /// <param name="now">What is known of it now; null where it has left.</param>
    /// <param name="transition">What is different now.</param>
    /// <returns>Whether it is the next; if not, something before it was lost.</returns>
    public bool TryApply(long version, string id, WebSocketMember? now, out MemberTransition transition)
    {
        transition = default;
        if (_version is not { } known || unchecked(known + 1) != version)
        {
            return false;
        }

        _version = version;
        transition = new(_members.GetValueOrDefault(id), now);
        if (now is null)
        {
            _members.Remove(id);
        }
        else
        {
            _members[id] = now;
        }

        return true;
    }

    private List<MemberTransition> Replace(long version, WebSocketMember[] members)
    {
        IsAsked = false;
        if (IsCurrent(version))
        {
            return [];
        }

        var before = _members;
        _version = version;
        _members = new(members.Length, StringComparer.Ordinal);
        foreach (var member in members)
        {
            _members[member.ConnectionId] = member;
        }

        var gone = before.Values.Where(member => !_members.ContainsKey(member.ConnectionId)).Select(static member => new MemberTransition(member, null));
        var there = _members.Values.Select(member => new MemberTransition(before.GetValueOrDefault(member.ConnectionId), member));
        return [.. gone, .. there.Where(static transition => transition.IsChange)];
    }
}
