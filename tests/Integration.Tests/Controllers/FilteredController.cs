using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Controllers;

[Route("/filtered")]
public sealed class FilteredController
{
    [HttpGet("/<id>")]
    public string Get(int id, HttpContext context, string name = "n") => $"{id} {name} {context.Request.Method}";

    [HttpGet("/<id>/point")]
    public Point? Find(int id) => id == 0 ? null : new(id, id);

    [HttpGet("/shapes")]
    public IEnumerable<Shape> Shapes() => Enumerable.Range(1, 2).Select(radius => new Circle(radius));

    [HttpPost("/<id>/nothing")]
    public void Nothing(int id, HttpResponse response) => response.Headers["X-Id"] = $"{id}";

    [HttpPost("/<id>/task")]
    public async Task<IResult> Accept(int id)
    {
        await Task.Yield();
        return Results.Text($"accepted {id}", statusCode: StatusCodes.Status202Accepted);
    }

    [HttpGet("/many")]
    public string Many(int a, int b, int c, int d, int e, int f, int g, int h, int i) => $"{a + b + c + d + e + f + g + h + i}";

    [WebSocket("/<id>/ws")]
    public Task Talk(int id, WebSocketConnection socket) => socket.SendAsync($"socket {id}").AsTask();
}
