using System.Net.WebSockets;
using Upwire;

namespace Chat;

/// <summary>What the page talks to: the list of rooms, and the talk in one of them.</summary>
public sealed class ChatController(ChatRooms rooms)
{
    [HttpGet("/rooms")]
    public RoomSummary[] List() => rooms.List();

    [WebSocket("/rooms/<name>/ws")]
    public async Task Talk(string name, string user, WebSocketConnection socket, CancellationToken stop)
    {
        name = name.Trim();
        user = user.Trim();
        if ((ChatName.WhyNot("room's name", name) ?? ChatName.WhyNot("user's name", user)) is { } reason)
        {
            await socket.CloseAsync(WebSocketCloseStatus.PolicyViolation, reason);
            return;
        }

        var member = new ChatMember(user, socket);
        var room = rooms.Join(name, member);
        var sending = member.SendQueuedAsync(stop);
        try
        {
            await foreach (string json in socket.ReadAllTextAsync(stop))
            {
                Handle(json, room, member);
            }
        }
        finally
        {
            rooms.Leave(room, member);
            await sending;
        }
    }

    private static void Handle(string json, ChatRoom room, ChatMember member)
    {
        var draft = ChatDraft.Parse(json);
        if (draft?.WhyNot() is { } reason)
        {
            member.Tell(ChatMessage.Error(reason, draft.Id));
        }
        else if (draft?.Text is { } text)
        {
            room.Publish(ChatMessage.Said(member.User, text, draft.Id));
        }
        else
        {
            member.Tell(ChatMessage.Error("""This is not a message. A message is JSON: {"id": "1", "text": "Hello"}.""", id: null));
        }
    }
}
