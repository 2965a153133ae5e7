using System.Net.WebSockets;
using Upwire;

namespace Chat;

/// <summary>Tells one client who is in its room, and who comes and goes. A user with two tabs is one.</summary>
public sealed class Attendance
{
    private readonly WebSocketGroup _room;
    private readonly WebSocketConnection _socket;
    private readonly HashSet<string> _before;
    private readonly Dictionary<string, int> _connections = new(StringComparer.Ordinal);

    private Attendance(WebSocketGroup room, WebSocketConnection socket, HashSet<string> before)
    {
        _room = room;
        _socket = socket;
        _before = before;
    }

    /// <summary>Looks who is there now: that they are is no news.</summary>
    public static async Task<Attendance> BeginAsync(WebSocketGroup room, WebSocketConnection socket, CancellationToken stop)
    {
        var members = await ChatRooms.MembersAsync(room, stop);
        return new(room, socket, [.. members.Select(static member => member.ConnectionId)]);
    }

    /// <summary>Tells until the connection ends.</summary>
    public async Task TellAsync(CancellationToken stop)
    {
        try
        {
            // It tells of all who are there, and then of those who come and go.
            await foreach (var change in _room.WatchAsync(stop))
            {
                if (Take(change) is { } message)
                {
                    await _socket.SendJsonAsync(message, stop);
                }
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // The client has gone: whoever reads from the connection learns it, too.
        }
    }

    private ChatMessage? Take(WebSocketMemberChange change)
    {
        string user = ChatRooms.UserOf(change.Member);
        int earlier = _connections.GetValueOrDefault(user);
        switch (change.Kind)
        {
            case WebSocketMemberChangeKind.Joined:
                _connections[user] = earlier + 1;
                return earlier > 0 || change.Member.ConnectionId == _socket.Id ? null
                    : _before.Contains(change.Member.ConnectionId) ? ChatMessage.Here(user)
                    : ChatMessage.Joined(user);
            case WebSocketMemberChangeKind.Left when earlier > 1:
                _connections[user] = earlier - 1;
                return null;
            case WebSocketMemberChangeKind.Left:
                _connections.Remove(user);
                return ChatMessage.Left(user);
            default:
                return null;
        }
    }
}
