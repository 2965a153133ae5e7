using System.Collections.Concurrent;

namespace Chat;

/// <summary>All rooms that somebody is in. A room comes with its first member and goes with its last.</summary>
public sealed class ChatRooms
{
    private readonly ConcurrentDictionary<string, ChatRoom> _rooms = new(StringComparer.Ordinal);

    public RoomSummary[] List() =>
        [.. _rooms.Values
            .Select(room => room.Summarize())
            .Where(room => room.Members > 0)
            .OrderBy(room => room.Name, StringComparer.Ordinal)];

    public ChatRoom Join(string name, ChatMember member)
    {
        while (true)
        {
            var room = _rooms.GetOrAdd(name, static name => new ChatRoom(name));
            if (room.TryJoin(member))
            {
                return room;
            }

            // The last member left between the two lines above: that room is over, and a new one takes its place.
            Remove(room);
        }
    }

    public void Leave(ChatRoom room, ChatMember member)
    {
        if (room.Leave(member))
        {
            Remove(room);
        }
    }

    // Only this very room: another may have the name by now.
    private void Remove(ChatRoom room) => _rooms.TryRemove(KeyValuePair.Create(room.Name, room));
}
