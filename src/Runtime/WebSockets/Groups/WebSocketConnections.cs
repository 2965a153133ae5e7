using System.Collections;

namespace Upwire;

/// <summary>
/// All open connections of the application, a service to inject: to send to all of them, or to groups, users and single ones. With a backplane,
/// messages reach those of all servers; what is counted and listed here is what is connected to this one.
/// </summary>
public sealed class WebSocketConnections : WebSocketRecipients, IReadOnlyCollection<WebSocketConnection>
{
    private readonly ConnectionDirectory _directory;
    private readonly Broadcaster _broadcaster;
    private readonly Presence _presence;

    internal WebSocketConnections(ConnectionDirectory directory, Broadcaster broadcaster, Presence presence)
        : base(broadcaster, Audience.All)
    {
        _directory = directory;
        _broadcaster = broadcaster;
        _presence = presence;
    }

    /// <summary>How many connections to this server are open.</summary>
    public int Count => _directory.All.Count;

    /// <summary>The group of a name, which comes with its first member.</summary>
    /// <param name="name">The name: any text that is not empty, of 256 characters at most. Upper and lower case are two groups.</param>
    /// <returns>The group.</returns>
    /// <exception cref="ArgumentException">The name is empty, or too long.</exception>
    public WebSocketGroup Group(string name) => new(_directory, _broadcaster, _presence, RecipientName.Check(name));

    /// <summary>The members of several groups. Who is in more than one gets a message once.</summary>
    /// <param name="names">The names of the groups.</param>
    /// <returns>The recipients.</returns>
    /// <exception cref="ArgumentException">A name is empty, or too long.</exception>
    public WebSocketRecipients Groups(params IEnumerable<string> names) => Select(AudienceKind.Groups, names);

    /// <summary>All connections of a user: those whose claim <see cref="UpwireWebSocketOptions.UserIdClaim"/> has this value.</summary>
    /// <param name="id">The user's id.</param>
    /// <returns>The recipients.</returns>
    /// <exception cref="ArgumentException">The id is empty, or too long.</exception>
    public WebSocketRecipients User(string id) => Select(AudienceKind.Users, [id]);

    /// <summary>All connections of several users.</summary>
    /// <param name="ids">The users' ids.</param>
    /// <returns>The recipients.</returns>
    /// <exception cref="ArgumentException">An id is empty, or too long.</exception>
    public WebSocketRecipients Users(params IEnumerable<string> ids) => Select(AudienceKind.Users, ids);

    /// <summary>One connection, on whichever server it is. A message to one that has ended goes nowhere.</summary>
    /// <param name="id">The connection's id (<see cref="WebSocketConnection.Id"/>).</param>
    /// <returns>The recipient.</returns>
    /// <exception cref="ArgumentException">The id is empty, or too long.</exception>
    public WebSocketRecipients Connection(string id) => Select(AudienceKind.Connections, [id]);

    /// <summary>Finds a connection to this server.</summary>
    /// <param name="id">The connection's id (<see cref="WebSocketConnection.Id"/>).</param>
    /// <returns>The connection; null where there is none, or it is connected to another server.</returns>
    public WebSocketConnection? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _directory.Find(id);
    }

    /// <summary>Counts the connections to all servers. Without a backplane, it is <see cref="Count"/>.</summary>
    /// <param name="stop">Ends the wait for the answers of the others.</param>
    /// <returns>How many there are.</returns>
    /// <exception cref="UpwireBackplaneException">The others could not be asked, or one did not answer.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public ValueTask<long> CountEverywhereAsync(CancellationToken stop = default) => _broadcaster.CountAsync(Audience.All, stop);

    /// <summary>Lists the connections to this server that are open now. Who comes or goes meanwhile changes nothing about it.</summary>
    /// <returns>The connections.</returns>
    public IEnumerator<WebSocketConnection> GetEnumerator() => ((IEnumerable<WebSocketConnection>)_directory.All.Snapshot()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private SelectedRecipients Select(AudienceKind kind, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return new(_broadcaster, Audience.Of(kind, [.. names.Select(RecipientName.Check)]));
    }
}
