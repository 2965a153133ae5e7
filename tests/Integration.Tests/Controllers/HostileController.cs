using System.Text.Json;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>Takes everything that a request may say, and says it again.</summary>
[Route("/hostile")]
public static class HostileController
{
    [HttpGet("/text")]
    public static string Text(string value) => value;

    [HttpGet("/json/<path>")]
    public static Words Json(string path, string[] value, [FromHeader(Name = "X-Value")] string[] header) => new([path, .. value, .. header]);

    [HttpGet("/numbers")]
    public static string Numbers(int i, Int128 l, double d, decimal m) => $"{i} {l} {d} {m}";

    [HttpPost("/words")]
    public static Words Words(Words words) => words;

    [HttpPost("/numbers")]
    public static string Numbers(Numbers numbers) => $"{numbers}";

    [HttpPost("/nest")]
    public static Nest Nest(Nest nest) => nest;

    [HttpPost("/element")]
    public static JsonElement Element([FromBody] JsonElement element) => element;

    [HttpPost("/named")]
    public static Dictionary<string, string?> Named(Dictionary<string, string?> named) => named;
}
