namespace Upwire.Integration.Tests.Controllers;

[Route("/filter-attributes")]
[Filter<FirstFilter>]
[Filter<GreetingFilter>]
public sealed class FilterAttributeController
{
    [HttpGet]
    public string Get() => "got";

    [HttpGet("/<id>")]
    [Filter<RouteFilter>]
    [Filter<RegisteredFilter>]
    public Point Find(int id) => new(id, id);

    [WebSocket("/<id>")]
    [Filter<RouteFilter>]
    public Task Talk(int id, WebSocketConnection socket) => socket.SendAsync($"socket {id}").AsTask();
}
