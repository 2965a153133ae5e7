using System.Collections.Concurrent;

namespace Upwire;

/// <summary>Sets of connections by name: one comes with its first member and goes with its last.</summary>
internal sealed class MemberDirectory
{
    private readonly ConcurrentDictionary<string, MemberSet> _sets = new(StringComparer.Ordinal);

    /// <summary>A set has come or gone, or both; which, whoever is told looks up.</summary>
    public event Action<string>? Changed;

    /// <summary>
    /// A connection has become a member of a set, or is one no more, or what others may know of it has changed. Those of one connection come one
    /// after the other, for its <see cref="Memberships"/> are locked meanwhile.
    /// </summary>
    public event Action<string, WebSocketConnection, bool>? MemberChanged;

    public int Count => _sets.Count;

    /// <summary>The members of a set; null where it has none.</summary>
    public MemberSet? Find(string name) => _sets.GetValueOrDefault(name);

    public bool Add(string name, WebSocketConnection connection)
    {
        while (true)
        {
            var set = _sets.GetOrAdd(name, static _ => new());
            if (set.TryAdd(connection) is { } isNew)
            {
                Changed?.Invoke(name);
                if (isNew)
                {
                    MemberChanged?.Invoke(name, connection, true);
                }

                return isNew;
            }

            // Its last member left between the two lines above, and is about to remove it.
            Remove(name, set);
        }
    }

    public bool Remove(string name, WebSocketConnection connection)
    {
        if (Find(name) is not { } set)
        {
            return false;
        }

        bool wasMember = set.Remove(connection);
        if (set.TryEnd())
        {
            Remove(name, set);
        }

        if (wasMember)
        {
            MemberChanged?.Invoke(name, connection, false);
        }

        return wasMember;
    }

    /// <summary>What others may know of a member has changed.</summary>
    public void OnChanged(string name, WebSocketConnection member) => MemberChanged?.Invoke(name, member, true);

    // Only this very set: another may have the name by now.
    private void Remove(string name, MemberSet set)
    {
        if (_sets.TryRemove(KeyValuePair.Create(name, set)))
        {
            Changed?.Invoke(name);
        }
    }
}
