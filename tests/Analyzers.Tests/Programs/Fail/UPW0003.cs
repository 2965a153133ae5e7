using Upwire;

public sealed class Rooms
{
    [HttpGet("/rooms/<id:int>")]
    public string Get(int id, [FromRoute] string building) => $"{building}: {id}";
    // UPW0003: The parameter 'building' is to come from the route parameter 'building', which the template '/rooms/<id:int>' does not have

    [HttpGet("/doors/<id:int>")]
    public string Door([FromRoute(Name = "door")] int number, int id) => $"{number}: {id}";
    // UPW0003: The parameter 'number' is to come from the route parameter 'door', which the template '/doors/<id:int>' does not have
}
