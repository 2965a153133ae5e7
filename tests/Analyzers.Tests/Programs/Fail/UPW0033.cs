using Upwire;

public sealed class Rooms
{
    [WebSocket("/rooms/<id:int>/ws")]
    public Task Join(int id) => Task.Delay(id);
    // UPW0033: 'Join' handles a WebSocket but takes nothing to read from or write to; add a parameter 'WebSocketConnection socket'
}
