using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Upwire.Integration.Tests.Controllers;

[Route("/results")]
public sealed class ResultController
{
    private static readonly Point Value = new(1, 2);

    [HttpGet("/text")]
    public string Text() => "grüße";

    [HttpGet("/html")]
    public string Html(HttpResponse response)
    {
        response.ContentType = "text/html; charset=utf-8";
        return "<p>";
    }

    [HttpGet("/json")]
    public Point Json() => Value;

    [HttpGet("/array")]
    public Point[] Array() => [Value, Value];

    [HttpGet("/number")]
    public int Number() => 7;

    [HttpGet("/nullable")]
    public Point? Nullable(bool found) => found ? Value : null;

    [HttpGet("/nullable-text")]
    public string? NullableText(bool found) => found ? "text" : null;

    [HttpGet("/nullable-number")]
    public int? NullableNumber(bool found) => found ? 7 : null;

    [HttpGet("/result")]
    public IResult Result() => Results.Accepted("/elsewhere", Value);

    [HttpGet("/typed")]
    public Created<Point> Typed() => TypedResults.Created("/elsewhere", Value);

    [HttpGet("/either")]
    public Results<Ok<Point>, NotFound> Either(bool found) => found ? TypedResults.Ok(Value) : TypedResults.NotFound();

    [HttpGet("/void")]
    public void Void(HttpResponse response) => response.Headers["X-Called"] = "yes";

    [HttpGet("/task")]
    public async Task Nothing() => await Task.Yield();

    [HttpGet("/value-task")]
    public async ValueTask NothingEither() => await Task.Yield();

    [HttpGet("/task-text")]
    public async Task<string> TaskText()
    {
        await Task.Yield();
        return "task";
    }

    [HttpGet("/task-nullable")]
    public async Task<Point?> TaskNullable(bool found)
    {
        await Task.Yield();
        return found ? Value : null;
    }

    [HttpGet("/value-task-json")]
    public async ValueTask<Point> ValueTaskJson()
    {
        await Task.Yield();
        return Value;
    }

    [HttpGet("/task-result")]
    public async Task<IResult> TaskResult()
    {
        await Task.Yield();
        return Results.StatusCode(StatusCodes.Status418ImATeapot);
    }

    [HttpGet("/value-task-either")]
    public async ValueTask<Results<Ok<Point>, NotFound>> ValueTaskEither(bool found)
    {
        await Task.Yield();
        return Either(found);
    }

    [HttpGet("/throws")]
    public string Throws() => throw new InvalidOperationException("secret");
}
