using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Upwire;

/// <summary>The groups that somebody watches, on this server or on another. Any other costs no more than to be looked for here when one joins or leaves.</summary>
internal sealed class WatchedGroups
{
    // Groups come and go under it. In between, whoever finds one changes it under its own gate, which is taken after this one.
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, WatchedGroup> _groups = new(StringComparer.Ordinal);
    private readonly ConnectionDirectory _directory;
    private readonly TimeSpan _lease;
    private readonly TimeProvider _time;
    private PresencePublisher? _others;
    private long _epoch;

    public WatchedGroups(ConnectionDirectory directory, OpenConnections connections, IOptions<UpwireOptions> options)
    {
        _directory = directory;
        _lease = options.Value.Backplane.LeaseTime;
        _time = connections.Time;
        directory.Groups.MemberChanged += OnMemberChanged;
    }

    /// <summary>A group is watched here now, or no more; which, whoever is told looks up.</summary>
    public event Action<string>? Changed;

    public int Count => _groups.Count;

    public IEnumerable<WatchedGroup> All => _groups.Select(static entry => entry.Value);

    /// <summary>Names the way to other servers, before anything is watched.</summary>
    public void Connect(PresencePublisher others) => _others = others;

    public WatchedGroup? Find(string name) => _groups.GetValueOrDefault(name);

    public bool IsWatchedHere(string name) => Find(name) is { IsWatchedHere: true };

    /// <summary>Somebody here begins to watch a group.</summary>
    public void Begin(string name, MemberWatcher watcher)
    {
        bool isFirst;
        lock (_gate)
        {
            isFirst = GetOrCreate(name).Add(watcher);
        }

        OnChanged(name, isFirst);
    }

    /// <summary>Somebody here watches a group no more.</summary>
    public void End(string name, MemberWatcher watcher)
    {
        bool wasLast;
        lock (_gate)
        {
            var group = _groups[name];
            wasLast = group.Remove(watcher);
            DropUnlessWatched(group);
        }

        OnChanged(name, wasLast);
    }

    /// <summary>Another server watches a group.</summary>
    public void OnWatch(string name, string node, bool wantsState)
    {
        lock (_gate)
        {
            GetOrCreate(name).OnWatch(node, wantsState);
        }
    }

    /// <summary>Another server watches a group no more.</summary>
    public void OnUnwatch(string name, string node) => Update(name, group => group.OnUnwatch(node));

    /// <summary>Another server is gone.</summary>
    public void OnNodeLeft(string node) => UpdateAll(group => group.OnNodeLeft(node));

    /// <summary>A part of a lease is over.</summary>
    public void OnPeriod() => UpdateAll(static group => group.OnPeriod());

    private void UpdateAll(Action<WatchedGroup> update)
    {
        foreach (var group in All)
        {
            Update(group.Name, update);
        }
    }

    private void Update(string name, Action<WatchedGroup> update)
    {
        lock (_gate)
        {
            if (Find(name) is { } group)
            {
                update(group);
                DropUnlessWatched(group);
            }
        }
    }

    private WatchedGroup GetOrCreate(string name)
    {
        if (Find(name) is { } group)
        {
            return group;
        }

        // Each counts its versions from one that none has reached: who has missed that it went and came again sees that.
        group = new(name, ++_epoch << 32, new(_lease, _time), _others);
        _groups[name] = group;
        group.Fill(_directory);
        return group;
    }

    private void DropUnlessWatched(WatchedGroup group)
    {
        if (!group.IsWatched)
        {
            _groups.TryRemove(group.Name, out _);
        }
    }

    private void OnChanged(string name, bool isChanged)
    {
        if (isChanged)
        {
            Changed?.Invoke(name);
        }

        _others?.Flush();
    }

    private void OnMemberChanged(string name, WebSocketConnection connection, bool isMember)
    {
        if (Find(name) is { } group)
        {
            group.OnMemberChanged(connection, isMember ? _directory.Describe(connection) : null);
            _others?.Flush();
        }
    }
}
