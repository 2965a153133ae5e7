namespace Upwire;

/// <summary>What one connection is a member of, so that it leaves all of it when it ends, and joins nothing after that.</summary>
/// <param name="connection">The connection.</param>
/// <param name="hasEnded">Whether it has ended already.</param>
internal sealed class Memberships(WebSocketConnection connection, bool hasEnded)
{
    private readonly Lock _gate = new();
    private List<(MemberDirectory Directory, string Name)>? _joined;
    private bool _hasEnded = hasEnded;

    /// <summary>Joins.</summary>
    /// <returns>Whether it has: not where it is a member already, or the connection has ended.</returns>
    public bool Join(MemberDirectory directory, string name)
    {
        lock (_gate)
        {
            if (_hasEnded || !directory.Add(name, connection))
            {
                return false;
            }

            (_joined ??= []).Add((directory, name));
            return true;
        }
    }

    /// <summary>Leaves.</summary>
    /// <returns>Whether it was a member.</returns>
    public bool Leave(MemberDirectory directory, string name)
    {
        lock (_gate)
        {
            return directory.Remove(name, connection) && _joined!.Remove((directory, name));
        }
    }

    /// <summary>Changes what others may know of the connection, and says so in all that it is a member of.</summary>
    public void Change(Action change)
    {
        lock (_gate)
        {
            change();
            foreach (var (directory, name) in _joined ?? [])
            {
                directory.OnChanged(name, connection);
            }
        }
    }

    /// <summary>Leaves everything, for good. Calling it again does nothing.</summary>
    public void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
            foreach (var (directory, name) in _joined ?? [])
            {
                directory.Remove(name, connection);
            }

            _joined = null;
        }
    }
}
