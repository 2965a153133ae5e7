using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>Parameters that <c>[AsParameters]</c> takes apart.</summary>
[Route("/composite")]
[RequireAntiforgeryToken(required: false)]
public static class CompositeController
{
    [HttpGet("/record/<id:int>")]
    public static string Record([AsParameters] Lookup lookup) =>
        $"{lookup.Id} {lookup.Page} {lookup.Fields ?? "null"} [{string.Join(',', lookup.Tags)}] {lookup.UserAgent} {lookup.Method} {lookup.Greeter.Greet("you")}";

    [HttpGet("/class")]
    public static string Class([AsParameters] Settings settings) => $"{settings.Name} {settings.Count} {settings.Computed} {settings.Note ?? "null"}";

    [HttpGet("/struct")]
    public static string Struct([AsParameters] Position position) => $"{position.X},{position.Y}";

    [HttpGet("/nested/<id>")]
    public static string Nested([AsParameters] Outer outer, int page) => $"{outer.Id} {outer.Inner.Size} {outer.Inner.Deeper.Color} {page}";

    [HttpPost("/body/<id>")]
    public static string Body([AsParameters] Command command) => $"{command.Id} {command.Point.X},{command.Point.Y}";

    [HttpPost("/form/<id>")]
    public static string Form([AsParameters] Upload upload) => $"{upload.Id} {upload.Title} {upload.File.FileName}";

    [HttpGet("/keyed")]
    public static string Keyed([AsParameters] KeyedParts parts) => parts.Greeter.Greet("you");

    [HttpGet("/filtered")]
    [Filter<MovingFilter>]
    public static string Filtered([AsParameters] Position position, string name) => $"{name} {position.X},{position.Y}";

    [HttpGet("/twice")]
    public static string Twice([AsParameters] Position position, [AsParameters] Position other) => $"{position.X + other.X}";

    public sealed class MovingFilter : IEndpointFilter
    {
        public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            var position = context.GetArgument<Position>(0);
            context.Arguments[0] = position with { X = position.X + 10 };
            return next(context);
        }
    }

    public sealed record Lookup(int Id, [FromQuery(Name = "fields")] string? Fields, string[] Tags, [FromHeader] string? UserAgent, HttpRequest Request, IGreeter Greeter, int Page = 1)
    {
        public string Method => Request.Method;
    }

    public class SettingsRoot
    {
        public required string Name { get; init; }
    }

    public sealed class Settings : SettingsRoot
    {
        public int Count { get; set; }

        public string? Note { get; set; }

        public string Computed => Name + Count;

        public int Untouched { get; private set; }
    }

    public readonly record struct Position(int X, int Y);

    public sealed record Deeper(Color Color);

    public sealed record Inner(int Size, [AsParameters] Deeper Deeper);

    public sealed record Outer(string Id, [AsParameters] Inner Inner);

    public sealed record Command(int Id, Point Point);

    public sealed record Upload(int Id, [FromForm] string Title, IFormFile File);

    public sealed record KeyedParts([FromKeyedServices("loud")] IGreeter Greeter);
}
