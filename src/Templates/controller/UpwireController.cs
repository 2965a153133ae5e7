using Upwire;

namespace UpwireNamespace;

[Route("/upwire-route")]
public sealed class UpwireClass
{
    [HttpGet("/<id:int>")]
    public string Get(int id) => $"This is {id}.";

    [WebSocket("/<id:int>")]
    public string? Answer(int id, [FromMessage] string text) => $"{id}: {text}";
}
