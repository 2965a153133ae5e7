using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Upwire;

namespace UpwireNamespace;

[Route("/rooms/<room:maxlength(30)>")]
public sealed class RoomController(WebSocketConnections connections)
{
    [HttpGet]
    public RoomSummary Get(string room) => new(room, connections.Group(room).Count);

    // The same path as a WebSocket: what one says, all in the room hear. Who leaves, however that is, leaves the group.
    [WebSocket]
    public async Task Join(string room, WebSocketConnection socket, CancellationToken stop)
    {
        var group = connections.Group(room);
        group.Add(socket);
        await foreach (string text in socket.ReadAllTextAsync(stop))
        {
            await group.SendAsync(text, stop);
        }
    }

    // And without a connection: a script, a webhook.
    [HttpPost("/messages")]
    public async Task<NoContent> Say(string room, Announcement announcement)
    {
        await connections.Group(room).SendAsync(announcement.Text);
        return TypedResults.NoContent();
    }
}

public sealed record RoomSummary(string Room, int Listeners);

public sealed record Announcement([property: Required, StringLength(1000)] string Text);
