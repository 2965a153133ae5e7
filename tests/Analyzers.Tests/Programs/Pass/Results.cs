using Microsoft.AspNetCore.Http.HttpResults;
using Upwire;

public static class Results
{
    [HttpGet("/text")]
    public static string Text() => "text";

    [HttpGet("/bytes")]
    public static byte[] Bytes() => [1, 2, 3];

    [HttpGet("/stream")]
    public static Stream Stream() => new MemoryStream([1, 2, 3]);

    [HttpGet("/either/<number:int>")]
    public static Results<Ok, NotFound> Either(int number) => number > 0 ? TypedResults.Ok() : TypedResults.NotFound();

    [HttpDelete("/nothing")]
    public static Task Nothing() => Task.CompletedTask;

    [HttpMethod("PROPFIND", "/any")]
    public static IResult Any() => TypedResults.NoContent();
}
