namespace Upwire;

/// <summary>
/// A group that somebody watches: who is in it here, which other servers are told of that, and, where it is watched here, who is in it there. Nothing
/// waits, and nothing of others is called, under its gate: what is for other servers goes to the publisher's queue, in its order.
/// </summary>
/// <param name="name">The group's name.</param>
/// <param name="version">The first version of its members here; no other group of this server has had one like it.</param>
/// <param name="watchingNodes">The servers that watch it, each for a lease.</param>
/// <param name="others">The way to other servers; null where there are none.</param>
internal sealed class WatchedGroup(string name, long version, NodeList watchingNodes, PresencePublisher? others)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<WebSocketConnection, WebSocketMember> _here = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, NodeMembers> _elsewhere = new(StringComparer.Ordinal);
    private readonly List<MemberWatcher> _watchers = [];
    private long _version = version;

    public string Name => name;

    public bool IsWatchedHere
    {
        get
        {
            lock (_gate)
            {
                return _watchers.Count > 0;
            }
        }
    }

    public bool IsWatched => IsWatchedHere || !watchingNodes.IsEmpty;

    /// <summary>Takes over who is a member already. Called once, after the group can be found, so that no change meanwhile is missed.</summary>
    public void Fill(ConnectionDirectory directory)
    {
        lock (_gate)
        {
            foreach (var connection in directory.Groups.Find(name)?.Snapshot() ?? [])
            {
                _here[connection] = directory.Describe(connection);
            }
        }
    }

    /// <summary>Somebody begins to watch.</summary>
    /// <returns>Whether it is the first.</returns>
    public bool Add(MemberWatcher watcher)
    {
        lock (_gate)
        {
            foreach (var member in _here.Values.Concat(_elsewhere.Values.SelectMany(static node => node.All)))
            {
                watcher.Tell(new(null, member));
            }

            _watchers.Add(watcher);
            return _watchers.Count == 1;
        }
    }

    /// <summary>Somebody watches no more.</summary>
    /// <returns>Whether it was the last.</returns>
    public bool Remove(MemberWatcher watcher)
    {
        lock (_gate)
        {
            _watchers.Remove(watcher);
            if (_watchers.Count > 0)
            {
                return false;
            }

            _elsewhere.Clear();
            others?.Unwatch(name);
            return true;
        }
    }

    /// <summary>A connection of this server has joined, changed or left. Those of one connection come in order.</summary>
    public void OnMemberChanged(WebSocketConnection connection, WebSocketMember? now)
    {
        lock (_gate)
        {
            var transition = new MemberTransition(_here.GetValueOrDefault(connection), now);
            if (!transition.IsChange)
            {
                return;
            }

            _version++;
            if (now is null)
            {
                _here.Remove(connection);
            }
            else
            {
                _here[connection] = now;
            }

            Tell(transition);
            if (others is not null && !watchingNodes.IsEmpty)
            {
                others.Change(name, _version, transition.ConnectionId, now);
            }
        }
    }

    /// <summary>Another server watches, still or from now on.</summary>
    /// <param name="node">The server.</param>
    /// <param name="wantsState">Whether it wants to be told of all members; otherwise it knows some version of them.</param>
    public void OnWatch(string node, bool wantsState)
    {
        lock (_gate)
        {
            bool isNew = watchingNodes.OnHeardOf(node);
            if (wantsState)
            {
                others!.State(name, _version, [.. _here.Values]);
            }
            else if (isNew)
            {
                others!.Version(name, _version);
            }
        }
    }

    public void OnUnwatch(string node) => watchingNodes.Remove(node);

    /// <summary>Forgets the servers whose lease is over, and tells the others what they should know.</summary>
    public void OnPeriod()
    {
        watchingNodes.RemoveExpired();
        lock (_gate)
        {
            if (!watchingNodes.IsEmpty)
            {
                others!.Version(name, _version);
            }
        }
    }

    /// <summary>Another server has told of all its members, or of a part of them.</summary>
    public void OnState(string node, long version, Part<WebSocketMember> part)
    {
        lock (_gate)
        {
            if (_watchers.Count > 0)
            {
                MembersOf(node).Take(version, part).ForEach(Tell);
            }
        }
    }

    /// <summary>Another server has told of one that has joined, changed or left.</summary>
    public void OnChange(string node, long version, string id, WebSocketMember? now)
    {
        lock (_gate)
        {
            if (_watchers.Count == 0)
            {
                return;
            }

            var members = MembersOf(node);
            if (members.TryApply(version, id, now, out var transition))
            {
                Tell(transition);
            }
            else if (!members.IsAsked)
            {
                Ask(node, members);
            }
        }
    }

    /// <summary>Another server has told what it should be known to have said.</summary>
    public void OnVersion(string node, long version)
    {
        lock (_gate)
        {
            if (_watchers.Count > 0 && MembersOf(node) is var members && !members.IsCurrent(version))
            {
                Ask(node, members);
            }
        }
    }

    /// <summary>Another server is gone, and its members with it.</summary>
    public void OnNodeLeft(string node)
    {
        watchingNodes.Remove(node);
        lock (_gate)
        {
            if (_elsewhere.Remove(node, out var members))
            {
                foreach (var member in members.All)
                {
                    Tell(new(member, null));
                }
            }
        }
    }

    private NodeMembers MembersOf(string node)
    {
        if (!_elsewhere.TryGetValue(node, out var members))
        {
            _elsewhere.Add(node, members = new());
        }

        return members;
    }

    private void Ask(string node, NodeMembers members)
    {
        members.IsAsked = true;
        others!.AskForState(node, name);
    }

    private void Tell(MemberTransition transition)
    {
        if (transition.IsChange)
        {
            foreach (var watcher in _watchers)
            {
                watcher.Tell(transition);
            }
        }
    }
}
