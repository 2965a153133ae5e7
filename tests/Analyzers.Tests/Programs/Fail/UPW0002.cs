using Upwire;

[Route("/buildings/<building>")]
// UPW0002: The template names 'building', but no parameter of 'AllDoors' takes it; add a parameter 'building', or write '<_>' to ignore that part of the path
public sealed class Rooms
{
    [HttpGet("/rooms/<id:int>")]
    // UPW0002: The template names 'id', but no parameter of 'Get' takes it; add a parameter 'id', or write '<_>' to ignore that part of the path
    public string Get(string building, int roomId) => $"{building}: {roomId}";

    [HttpGet("/rooms/<rom>/doors")]
    // UPW0002: The template names 'rom', but no parameter of 'Doors' takes it; did you mean 'room'?
    public string Doors(string building, string room) => $"{building}: {room}";

    [HttpGet("/doors")]
    public string AllDoors() => "all";
}
