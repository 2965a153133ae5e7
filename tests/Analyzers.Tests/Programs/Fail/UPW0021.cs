using Upwire;

public sealed record Room(int Id);

public sealed class Rooms
{
    [HttpPost("/rooms")]
    public string Add([FromForm] Room room, [FromBody] string owner) => $"{owner} has {room.Id}";
    // UPW0021: The parameter 'owner' takes the body, which 'room' takes already; put both into one type, or say with an attribute where 'owner' comes from
}
