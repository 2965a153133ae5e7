using Upwire;

[Route("/rooms")]
public sealed class Rooms
// UPW0062: 'Rooms' has [Route] but no endpoint, so it answers nothing: no method has [HttpGet], [WebSocket] or another endpoint attribute; 'List' probably lacks one
{
    public string List() => "none";
}
