using System.Security.Claims;
using Upwire;

public sealed class Rooms
{
    [WebSocket("/rooms/<id:int>/ws", Verify = "IsMembr")]
    // UPW0034: 'IsMembr' is no method for Verify: 'Rooms' has none of that name; did you mean 'IsMember'?
    public Task Join(int id, WebSocketConnection socket) => socket.CloseAsync();

    [WebSocket("/halls/<id:int>/ws", Verify = nameof(IsOpen))]
    // UPW0034: 'IsOpen' is no method for Verify: it takes 'socket', and there is no connection yet
    public Task Enter(int id, WebSocketConnection socket) => socket.CloseAsync();

    public bool IsMember(int id, ClaimsPrincipal user) => user.IsInRole($"room-{id}");

    public bool IsOpen(WebSocketConnection socket) => socket.CloseStatus is null;
}
