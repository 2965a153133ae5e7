namespace Upwire.Integration.Tests.Controllers;

[Route("/body")]
public sealed class BodyController
{
    [HttpPost("/required")]
    public string Required(Point point) => $"{point}";

    [HttpPut("/nullable")]
    public string Nullable(Point? point) => point?.ToString() ?? "null";

    [HttpPost("/default")]
    public string Default(Point? point = null) => point?.ToString() ?? "default";

    [HttpDelete("/explicit")]
    public string Explicit([FromBody] Point point) => $"{point}";

    [HttpPost("/allow-empty")]
    public string AllowEmpty([FromBody(AllowEmpty = true)] Point? point) => point?.ToString() ?? "empty";

    [HttpPatch("/array")]
    public string Array(Point[] points) => string.Join<Point>(", ", points);

    // Every kind of failure at once: the client is told all of them.
    [HttpPost("/all/<id>")]
    public string All(int id, Color color, int count, [FromHeader(Name = "X-Day")] DateOnly day, Point point) => $"{id} {color} {count} {day} {point}";
}
