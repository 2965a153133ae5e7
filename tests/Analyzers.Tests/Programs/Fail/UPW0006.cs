using Upwire;

public sealed class Rooms
{
    [HttpGet("/rooms/<id?>")]
    public string Get(int id) => $"Room {id}";
    // UPW0006: The parameter 'id' is left out where the path ends before '<id?>', but is never null; make it 'int?', or give it a default

    [HttpGet("/halls/<id>")]
    public string Hall(int? id) => $"Hall {id}";
    // UPW0006: The parameter 'id' may be left out, but the template always has '<id>'; write '<id?>', or let it be required
}
