using Upwire;

public sealed class Rooms
{
    [HttpGet("/rooms/<id:int:alpha>")]
    // UPW0011: No request ever reaches 'Rooms.Get': no text passes both 'alpha' and 'int'
    public string Get(string id) => $"Room {id}";

    [HttpGet("/doors/<id:minlength(1)>")]
    public string Door(string id) => $"Door {id}";

    [HttpGet("/doors/<name>")]
    // UPW0011: No request ever reaches 'Rooms.Named': 'Rooms.Door' (UPW0011.cs, line 10) goes before it and takes them all
    public string Named(string name) => $"Door {name}";
}
