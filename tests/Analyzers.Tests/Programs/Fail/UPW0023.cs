using Upwire;

public sealed class Rooms
{
    [HttpPost("/rooms")]
    public string Add([FromMessage] string room) => room;
    // UPW0023: The parameter 'room' cannot take messages: an HTTP request has none; use [WebSocket], or [FromBody] for the body of the request

    [WebSocket("/rooms/ws")]
    public void Talk([FromMessage] string text, IAsyncEnumerable<string> others)
    // UPW0023: The parameter 'others' cannot take messages: 'text' takes them already, and each message is for one; keep one of them
    {
    }
}
