using Upwire;

[Route("/rooms")]
public sealed class Rooms
{
    [HttpGet("<id:int>")]
    // UPW0010: 'Rooms.Get' and 'Halls.Find' (UPW0010.cs, line 15) both answer GET /rooms/1, which ASP.NET Core refuses as ambiguous; give one of them another template or constraint
    public string Get(int id) => $"Room {id}";
}

public sealed class Halls
{
    [HttpGet("/rooms/<number:min(1)>")]
    // UPW0010: 'Halls.Find' and 'Rooms.Get' (UPW0010.cs, line 8) both answer GET /rooms/1, which ASP.NET Core refuses as ambiguous; give one of them another template or constraint
    public string Find(long number) => $"Hall {number}";

    [HttpPost("/rooms/<number:min(1)>")]
    public string Open(long number) => $"Hall {number} is open";
}
