using Upwire;

public sealed class Rooms
{
    [HttpGet("/rooms/<id>")]
    [EndpointName("room")]
    // UPW0012: The endpoint 'Rooms.Get' has the name 'room', which 'Rooms.Put' (UPW0012.cs, line 13) has as well; ASP.NET Core answers no request at all where a name stands for two
    public string Get(string id) => $"Room {id}";

    [HttpPut("/rooms/<id>")]
    [EndpointName("room")]
    // UPW0012: The endpoint 'Rooms.Put' has the name 'room', which 'Rooms.Get' (UPW0012.cs, line 8) has as well; ASP.NET Core answers no request at all where a name stands for two
    public void Put(string id)
    {
    }
}
