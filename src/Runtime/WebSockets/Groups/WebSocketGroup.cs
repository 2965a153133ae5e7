using System.Collections;

namespace Upwire;

/// <summary>
/// Connections that messages go to together, under a name. A group is there from its first member to its last, and costs nothing without: this is
/// the way to it, which may be kept. It spans all servers of a backplane; what is counted and listed here is what is connected to this one.
/// </summary>
public sealed class WebSocketGroup : WebSocketRecipients, IReadOnlyCollection<WebSocketConnection>
{
    private readonly ConnectionDirectory _directory;
    private readonly Broadcaster _broadcaster;
    private readonly Presence _presence;

    internal WebSocketGroup(ConnectionDirectory directory, Broadcaster broadcaster, Presence presence, string name)
        : base(broadcaster, Audience.Of(AudienceKind.Groups, name))
    {
        _directory = directory;
        _broadcaster = broadcaster;
        _presence = presence;
        Name = name;
    }

    /// <summary>What the group is called; upper and lower case are two groups.</summary>
    public string Name { get; }

    /// <summary>How many members are connected to this server.</summary>
    public int Count => _directory.Groups.Find(Name)?.Count ?? 0;

    /// <summary>
    /// Adds a connection, until it is removed or ends. What is sent to the group on this server from then on reaches it; with a
    /// backplane, what is sent on others may take a moment longer: <see cref="AddAsync"/> waits for that.
    /// </summary>
    /// <param name="connection">A connection of this server.</param>
    /// <returns>Whether it has been added: false where it is a member already, or has ended.</returns>
    public bool Add(WebSocketConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.Memberships.Join(_directory.Groups, Name);
    }

    /// <summary>Adds a connection, and waits until what is sent to the group on any server reaches it.</summary>
    /// <param name="connection">A connection of this server.</param>
    /// <param name="stop">Ends the wait. The connection has been added all the same.</param>
    /// <returns>Whether it has been added: false where it is a member already, or has ended.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public async ValueTask<bool> AddAsync(WebSocketConnection connection, CancellationToken stop = default)
    {
        bool isNew = Add(connection);
        await _broadcaster.WhenReachedAsync(Name, stop);
        return isNew;
    }

    /// <summary>Removes a connection. What is sent from then on does not reach it.</summary>
    /// <param name="connection">A connection of this server.</param>
    /// <returns>Whether it was a member.</returns>
    public bool Remove(WebSocketConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return connection.Memberships.Leave(_directory.Groups, Name);
    }

    /// <summary>Whether a connection is a member.</summary>
    /// <param name="connection">A connection of this server.</param>
    /// <returns>Whether it is.</returns>
    public bool Contains(WebSocketConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        return _directory.Groups.Find(Name)?.Contains(connection) == true;
    }

    /// <summary>Counts the members on all servers. Without a backplane, it is <see cref="Count"/>.</summary>
    /// <param name="stop">Ends the wait for the answers of the others.</param>
    /// <returns>How many there are.</returns>
    /// <exception cref="UpwireBackplaneException">The others could not be asked, or one did not answer.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public ValueTask<long> CountEverywhereAsync(CancellationToken stop = default) => _broadcaster.CountAsync(Audience.Of(AudienceKind.Groups, Name), stop);

    /// <summary>Lists the members on all servers.</summary>
    /// <param name="stop">Ends the wait for the answers of the others.</param>
    /// <returns>The members. Those of a server that does not answer within <see cref="UpwireBackplaneOptions.AnswerTimeout"/> are left out.</returns>
    /// <exception cref="UpwireBackplaneException">The others could not be asked.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public ValueTask<IReadOnlyList<WebSocketMember>> MembersEverywhereAsync(CancellationToken stop = default) =>
        _presence.MembersAsync(Audience.Of(AudienceKind.Groups, Name), stop);

    /// <summary>
    /// Watches who comes and goes, on all servers: first a <see cref="WebSocketMemberChangeKind.Joined"/> for each who is there, those of other servers
    /// as they tell, and then what becomes of them. It begins when the first is asked for. Who reads more slowly than members come and go is told the
    /// difference: of one who came and went meanwhile, nothing. What was lost between servers is told a third of
    /// <see cref="UpwireBackplaneOptions.LeaseTime"/> later; the members of a server that has died leave when its lease is over.
    /// </summary>
    /// <param name="stop">Ends the watching.</param>
    /// <returns>The changes, until <paramref name="stop"/> is cancelled. Each enumeration watches for itself.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public IAsyncEnumerable<WebSocketMemberChange> WatchAsync(CancellationToken stop = default) => _presence.WatchAsync(Name, stop);

    /// <summary>Lists the members that are connected to this server now. Who comes or goes meanwhile changes nothing about it.</summary>
    /// <returns>The connections.</returns>
    public IEnumerator<WebSocketConnection> GetEnumerator() =>
        ((IEnumerable<WebSocketConnection>)(_directory.Groups.Find(Name)?.Snapshot() ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
