#:property PublishAot=true
using Upwire;

public sealed class Rooms
{
    [HttpGet("/rooms/<id:int>")]
    public object Get(int id) => new { Id = id };
    // UPW0041: '<anonymous type: int Id>' is written as JSON, which a native binary cannot: an anonymous type has no name that a JsonSerializerContext could give; make it a record

    [WebSocket("/ws")]
    public async Task Join(WebSocketConnection socket)
    {
        await foreach (var draft in socket.ReadAllJsonAsync<Draft>())
        // UPW0041: 'Draft' is read as JSON, which a native binary cannot: 'Draft' is private, so that no JsonSerializerContext can name it; make it internal
        {
            await socket.SendAsync(draft.Text);
        }
    }

    private sealed record Draft(string Text);
}
