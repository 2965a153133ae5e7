using System.Net.WebSockets;
using Microsoft.AspNetCore.OutputCaching;
using Upwire;

namespace Chat;

/// <summary>What the page talks to: the list of rooms, and the talk in one of them.</summary>
public sealed class ChatController(ChatRooms rooms, IChatHistory history)
{
    // All servers are asked for it: once a second, however many pages show it, and whether or not the first of them is still there for the answer.
    [HttpGet("/rooms")]
    [OutputCache(Duration = 1, VaryByQueryKeys = [])]
    public Task<RoomSummary[]> List() => rooms.ListAsync();

    // Who reads too slowly is closed with 1013: the page connects again, and finds in the history what it has missed.
    [WebSocket("/rooms/<name>/ws", SlowClient = SlowClient.Close)]
    public async Task Talk(string name, string user, WebSocketConnection socket, CancellationToken stop)
    {
        name = name.Trim();
        user = user.Trim();
        if ((ChatName.WhyNot("room's name", name) ?? ChatName.WhyNot("user's name", user)) is { } reason)
        {
            await socket.CloseAsync(WebSocketCloseStatus.PolicyViolation, reason);
            return;
        }

        var room = await rooms.JoinAsync(name, user, socket, stop);
        var attendance = await Attendance.BeginAsync(room, socket, stop);
        foreach (byte[] message in await history.ReadAsync(name))
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, stop);
        }

        await socket.SendJsonAsync(ChatMessage.Members([user]), stop);
        var attending = attendance.TellAsync(stop);
        await foreach (string json in socket.ReadAllTextAsync(stop))
        {
            await HandleAsync(json, name, user, room, socket, stop);
        }

        await attending;
    }

    private async Task HandleAsync(string json, string name, string user, WebSocketGroup room, WebSocketConnection socket, CancellationToken stop)
    {
        var draft = ChatDraft.Parse(json);
        if (draft?.WhyNot() is { } reason)
        {
            await socket.SendJsonAsync(ChatMessage.Error(reason, draft.Id), stop);
        }
        else if (draft?.Text is { } text)
        {
            // First into the history: who comes meanwhile finds it there, or hears it, or both, and knows it by its id.
            byte[] message = ChatMessage.Said(user, text, draft.Id).ToUtf8();
            await history.AddAsync(name, message);
            await room.SendAsync(message, WebSocketMessageType.Text, stop);
        }
        else
        {
            await socket.SendJsonAsync(ChatMessage.Error("""This is not a message. A message is JSON: {"id": "1", "text": "Hello"}.""", id: null), stop);
        }
    }
}
