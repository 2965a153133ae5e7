using Upwire;

public sealed class RoomStore
{
    public string All => "none";
}

public sealed class Rooms
{
    [HttpGet("/rooms")]
    public string List(RoomStore store) => store.All;
    // UPW0022: The parameter 'store' of the type 'RoomStore' could only be a body, which is not assumed of a GET request; add [FromServices] if it is a service, [FromQuery] if the query's keys make it, or [FromBody] if a body is really meant
}
