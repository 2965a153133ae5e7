using Upwire;

public sealed record Position(int Floor, int Door);

public sealed class Rooms
{
    [HttpGet("/rooms/<position>")]
    public string Get(Position position) => $"Door {position.Door} on floor {position.Floor}";
    // UPW0020: The parameter 'position' cannot be bound: 'Position' cannot be parsed from a text: it is no string, enum or IParsable<T>, and has no TryParse

    [HttpGet("/doors")]
    public string Doors([FromHeader] Position near) => $"Near {near}";
    // UPW0020: The parameter 'near' cannot be bound: 'Position' cannot be parsed from a text: it is no string, enum or IParsable<T>, and has no TryParse
}
