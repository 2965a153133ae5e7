namespace Upwire;

/// <summary>Connections that a message goes to together.</summary>
internal sealed class MemberSet
{
    private readonly Lock _gate = new();
    private readonly HashSet<WebSocketConnection> _members = [];
    private WebSocketConnection[]? _snapshot;
    private bool _isOver;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _members.Count;
            }
        }
    }

    /// <summary>Those who are members now. The array is made anew only after a change, and never changes itself.</summary>
    public WebSocketConnection[] Snapshot()
    {
        lock (_gate)
        {
            return _snapshot ??= [.. _members];
        }
    }

    public bool Contains(WebSocketConnection connection)
    {
        lock (_gate)
        {
            return _members.Contains(connection);
        }
    }

    /// <summary>Adds a member.</summary>
    /// <returns>Whether it was none before; null where the set has ended, and another is to take its place.</returns>
    public bool? TryAdd(WebSocketConnection connection)
    {
        lock (_gate)
        {
            if (_isOver)
            {
                return null;
            }

            _snapshot = null;
            return _members.Add(connection);
        }
    }

    /// <summary>Removes a member.</summary>
    /// <returns>Whether it was one.</returns>
    public bool Remove(WebSocketConnection connection)
    {
        lock (_gate)
        {
            _snapshot = null;
            return _members.Remove(connection);
        }
    }

    /// <summary>Ends the set for good, if it has no members.</summary>
    public bool TryEnd()
    {
        lock (_gate)
        {
            return _isOver = _members.Count == 0;
        }
    }
}
