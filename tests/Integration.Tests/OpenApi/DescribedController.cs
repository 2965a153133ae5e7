using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Upwire.Integration.Tests.Controllers;

namespace Upwire.Integration.Tests.OpenApi;

/// <summary>Endpoints of every kind that a description tells apart.</summary>
[Route("/described")]
[Tags("described")]
public sealed class DescribedController
{
    /// <summary>Finds a point.</summary>
    /// <param name="id">Which one.</param>
    /// <param name="fields">What to show of it.</param>
    /// <param name="page">Where to begin.</param>
    /// <param name="color">Its color.</param>
    /// <param name="tenant">Whose it is.</param>
    /// <param name="userAgent">By what.</param>
    /// <param name="sizes">Its sizes.</param>
    /// <returns>The point.</returns>
    [HttpGet("/points/<id:int:min(1)>")]
    [EndpointName("FindPoint")]
    public Point? Find(int id, string? fields, Color color, [FromHeader(Name = "X-Tenant")] string tenant, [FromHeader] string? userAgent, int[] sizes, int page = 1) => id > 0 && fields != tenant + userAgent + sizes.Length ? new(id, page + (int)color) : null;

    [HttpPost("/points")]
    [EndpointSummary("Adds a point")]
    public Created<Point> Add(Point point) => TypedResults.Created("/", point);

    [HttpPut("/points")]
    public Results<NoContent, NotFound> Replace(Point? point) => point is null ? TypedResults.NotFound() : TypedResults.NoContent();

    [HttpGet("/text")]
    public string Text(IGreeter greeter, HttpContext context, CancellationToken stop) => stop.IsCancellationRequested ? context.TraceIdentifier : greeter.Greet("you");

    [HttpGet("/text-or-404")]
    public string? TextOrNot() => null;

    [HttpDelete("/all")]
    public Task Clear() => Task.CompletedTask;

    [HttpGet("/anything")]
    [ProducesResponseType(StatusCodes.Status202Accepted)]
    public IResult Anything() => Results.Accepted();

    [WebSocket("/text")]
    public Task Talk(WebSocketConnection socket) => socket.CloseAsync();
}
