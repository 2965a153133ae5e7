using Upwire;

namespace Chat;

/// <summary>The rooms: groups of connections, on however many servers. A room comes with its first member and goes with its last.</summary>
public sealed class ChatRooms(WebSocketConnections connections)
{
    private const string User = "user";
    private const string Room = "room";

    // Redis may be away: then this server's members are those who are heard.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    // All who talk, in whichever room, so that the rooms can be listed.
    private WebSocketGroup Everybody => connections.Group("everybody");

    /// <summary>Lets a connection into a room. What is said there after that reaches it, from whichever server; it leaves when it ends.</summary>
    public async Task<WebSocketGroup> JoinAsync(string name, string user, WebSocketConnection socket, CancellationToken stop)
    {
        socket.PublicData = new Dictionary<string, string> { [Room] = name, [User] = user };
        var room = connections.Group($"room {name}");
        Everybody.Add(socket);
        try
        {
            await room.AddAsync(socket, stop).AsTask().WaitAsync(LongestWait, stop);
        }
        catch (TimeoutException)
        {
            // It is a member here, and for the others as soon as they can be reached.
        }

        return room;
    }

    public async Task<RoomSummary[]> ListAsync() =>
    [
        .. (await MembersAsync(Everybody, CancellationToken.None))
            .GroupBy(static member => member.PublicData[Room], UserOf, StringComparer.Ordinal)
            .Select(static room => new RoomSummary(room.Key, room.Distinct().Count()))
            .OrderBy(static room => room.Name, StringComparer.Ordinal),
    ];

    /// <summary>Who is in a group, on all servers; on this one, where the others cannot be asked.</summary>
    public static async Task<IReadOnlyList<WebSocketMember>> MembersAsync(WebSocketGroup group, CancellationToken stop)
    {
        try
        {
            return await group.MembersEverywhereAsync(stop);
        }
        catch (UpwireBackplaneException)
        {
            return [.. group.Select(static socket => new WebSocketMember(socket.Id, null, socket.PublicData))];
        }
    }

    public static string UserOf(WebSocketMember member) => member.PublicData[User];
}
