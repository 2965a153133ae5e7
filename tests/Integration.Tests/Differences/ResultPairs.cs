using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Upwire.Integration.Tests.Controllers;

namespace Upwire.Integration.Tests.Differences;

/// <summary>Results as both frameworks write them.</summary>
[Route("/pairs-result")]
public static class ResultPairs
{
    [HttpGet("/void")]
    public static void Void()
    {
    }

    [HttpGet("/task")]
    public static Task Task() => System.Threading.Tasks.Task.CompletedTask;

    [HttpGet("/value-task")]
    public static ValueTask ValueTask() => default;

    [HttpGet("/text")]
    public static string Text() => "Grüße, \"you\"";

    [HttpGet("/text-empty")]
    public static string TextEmpty() => "";

    [HttpGet("/text-task")]
    public static async Task<string> TextTask()
    {
        await System.Threading.Tasks.Task.Yield();
        return "later";
    }

    [HttpGet("/text-null")]
    public static string? TextNull() => null;

    [HttpGet("/int")]
    public static int AInt() => 7;

    [HttpGet("/int-null")]
    public static int? IntNull() => null;

    [HttpGet("/int-value-task")]
    public static async ValueTask<int> IntValueTask()
    {
        await System.Threading.Tasks.Task.Yield();
        return 7;
    }

    [HttpGet("/bool")]
    public static bool Bool() => true;

    [HttpGet("/color")]
    public static Color Color() => Controllers.Color.Green;

    [HttpGet("/guid")]
    public static Guid AGuid() => Guid.Empty;

    [HttpGet("/moment")]
    public static DateTimeOffset Moment() => DateTimeOffset.UnixEpoch;

    [HttpGet("/point")]
    public static Point Point() => new(1, 2);

    [HttpGet("/point-null")]
    public static Point? PointNull() => null;

    [HttpGet("/point-task")]
    public static Task<Point> PointTask() => System.Threading.Tasks.Task.FromResult(new Point(1, 2));

    [HttpGet("/points")]
    public static Point[] Points() => [new(1, 2), new(3, 4)];

    [HttpGet("/list")]
    public static IReadOnlyList<string> List() => ["ä", "<b>"];

    [HttpGet("/dictionary")]
    public static Dictionary<string, Point> Dictionary() => new() { ["Key"] = new(1, 2) };

    [HttpGet("/tuple")]
    public static KeyValuePair<string, int> Pair() => new("key", 7);

    [HttpGet("/element")]
    public static JsonElement Element() => JsonDocument.Parse("""{"a":[1,2]}""").RootElement;

    [HttpGet("/shape")]
    public static Shape Shape() => new Circle(3);

    [HttpGet("/bytes")]
    public static byte[] Bytes() => [65, 66];

    [HttpGet("/sequence")]
    public static async IAsyncEnumerable<Point> Sequence()
    {
        yield return new(1, 2);
        await System.Threading.Tasks.Task.Yield();
        yield return new(3, 4);
    }

    [HttpGet("/animal")]
    public static Animal Animal() => new Dog("Rex", "roll");

    [HttpGet("/result-text")]
    public static IResult ResultText() => Results.Text("hi", "text/css", statusCode: 202);

    [HttpGet("/result-json")]
    public static IResult ResultJson() => Results.Json(new Point(1, 2), statusCode: 201);

    [HttpGet("/result-missing")]
    public static IResult ResultMissing() => Results.NotFound();

    [HttpGet("/result-problem")]
    public static IResult ResultProblem() => Results.Problem("no", statusCode: 409, title: "Conflict", type: "about:blank");

    [HttpGet("/result-redirect")]
    public static IResult ResultRedirect() => Results.Redirect("/elsewhere");

    [HttpGet("/result-bytes")]
    public static IResult ResultBytes() => Results.Bytes([65, 66], "application/x-thing");

    [HttpGet("/result-empty")]
    public static IResult ResultEmpty() => Results.Empty;

    [HttpGet("/result-task")]
    public static async Task<IResult> ResultTask()
    {
        await System.Threading.Tasks.Task.Yield();
        return Results.Ok(new Point(1, 2));
    }

    [HttpPost("/created")]
    public static Created<Point> Created() => TypedResults.Created("/points/1", new Point(1, 2));

    [HttpGet("/ok")]
    public static Ok<Point> Ok() => TypedResults.Ok(new Point(1, 2));

    [HttpDelete("/no-content")]
    public static NoContent NoContent() => TypedResults.NoContent();

    [HttpGet("/either/{id:int}")]
    public static Results<Ok<Point>, NotFound, BadRequest<string>> Either(int id) =>
        id > 0 ? TypedResults.Ok(new Point(id, 0)) : id == 0 ? TypedResults.NotFound() : TypedResults.BadRequest("negative");

    [HttpGet("/status")]
    public static string Status(HttpResponse response)
    {
        response.StatusCode = 418;
        return "short and stout";
    }

    [HttpGet("/throws")]
    public static string Throws() => throw new InvalidOperationException("a secret");
}
