using System.Collections.Concurrent;

namespace Upwire;

/// <summary>The other servers, each for as long as it was heard of lately.</summary>
/// <param name="lease">How long that is.</param>
/// <param name="time">Where time comes from.</param>
internal sealed class NodeList(TimeSpan lease, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> _lastHeardOf = new(StringComparer.Ordinal);

    public TimeSpan Lease => lease;

    /// <summary>Those who are there.</summary>
    public IEnumerable<string> Alive => _lastHeardOf.Keys;

    public bool IsEmpty => _lastHeardOf.IsEmpty;

    public bool Contains(string node) => _lastHeardOf.ContainsKey(node);

    /// <summary>A server has been heard of.</summary>
    /// <returns>Whether it is a new one.</returns>
    public bool OnHeardOf(string node)
    {
        bool isNew = !_lastHeardOf.ContainsKey(node);
        _lastHeardOf[node] = time.GetTimestamp();
        return isNew;
    }

    /// <summary>A server has said that it goes.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Remove(string node) => _lastHeardOf.TryRemove(node, out _);

    /// <summary>Takes out those whose lease is over.</summary>
    public List<string> RemoveExpired()
    {
        long now = time.GetTimestamp();
        var expired = new List<string>();
        foreach (var entry in _lastHeardOf)
        {
            // Only if it has not been heard of meanwhile.
            if (time.GetElapsedTime(entry.Value, now) >= lease && _lastHeardOf.TryRemove(entry))
            {
                expired.Add(entry.Key);
            }
        }

        return expired;
    }
}
