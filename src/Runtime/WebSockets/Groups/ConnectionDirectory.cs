using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Upwire;

/// <summary>Who is connected to this server, by all that a message can be addressed to.</summary>
internal sealed class ConnectionDirectory(IOptions<UpwireOptions> options)
{
    private readonly ConcurrentDictionary<string, WebSocketConnection> _byId = new(StringComparer.Ordinal);
    private readonly string _userIdClaim = options.Value.WebSockets.UserIdClaim;

    /// <summary>Names this server among all.</summary>
    public string NodeId { get; } = ConnectionId.CreateNode();

    public MemberSet All { get; } = new();

    public MemberDirectory Groups { get; } = new();

    public MemberDirectory Users { get; } = new();

    public void Enter(WebSocketConnection connection)
    {
        All.TryAdd(connection);
        if (UserIdOf(connection) is { } user)
        {
            connection.Memberships.Join(Users, user);
        }
    }

    /// <summary>What others may know of a connection.</summary>
    public WebSocketMember Describe(WebSocketConnection connection) => new(connection.Id, UserIdOf(connection), connection.PublicData);

    /// <summary>Takes a connection out of everything. Calling it again does nothing.</summary>
    public void Leave(WebSocketConnection connection)
    {
        All.Remove(connection);
        connection.End();
    }

    /// <summary>Makes a connection be found by its id: only whose id somebody has asked for is looked for.</summary>
    public void Announce(string id, WebSocketConnection connection) => _byId[id] = connection;

    public void Forget(string id) => _byId.TryRemove(id, out _);

    public WebSocketConnection? Find(string id) => _byId.GetValueOrDefault(id);

    private string? UserIdOf(WebSocketConnection connection) => connection.FindClaim(_userIdClaim);
}
