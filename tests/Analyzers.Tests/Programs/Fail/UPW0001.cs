using Upwire;

public sealed class Rooms
{
    [HttpGet("/rooms/<id")]
    // UPW0001: The template '/rooms/<id' cannot be read: '<id' is not closed; did you mean '<id>'?
    public string Get(int id) => $"Room {id}";

    [HttpGet("/rooms/:id/doors")]
    // UPW0001: The template '/rooms/:id/doors' cannot be read: ':id' is not a parameter; did you mean '<id>'?
    public string Doors(int id) => $"Doors of room {id}";

    [HttpGet("/rooms//all")]
    // UPW0001: The template '/rooms//all' cannot be read: a segment of the path is empty
    public string All() => "all";

    [HttpGet("/files/<path..>/info")]
    // UPW0001: The template '/files/<path..>/info' cannot be read: nothing can follow a parameter that takes the rest of the path
    public string Info(string path) => path;
}
