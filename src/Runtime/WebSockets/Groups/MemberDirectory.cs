using System.Collections.Concurrent;

namespace Upwire;

/// <summary>Sets of connections by name: one comes with its first member and goes with its last.</summary>
internal sealed class MemberDirectory
{
    private readonly ConcurrentDictionary<string, MemberSet> _sets = new(StringComparer.Ordinal);

    /// <summary>A set has come or gone, or both; which, whoever is told looks up.</summary>
    public event Action<string>? Changed;

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

        return wasMember;
    }

    // Only this very set: another may have the name by now.
    private void Remove(string name, MemberSet set)
    {
        if (_sets.TryRemove(KeyValuePair.Create(name, set)))
        {
            Changed?.Invoke(name);
        }
    }
}
