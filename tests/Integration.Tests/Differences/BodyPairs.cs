using System.IO.Pipelines;
using Upwire.Integration.Tests.Controllers;

namespace Upwire.Integration.Tests.Differences;

/// <summary>Bodies as both frameworks take them.</summary>
[Route("/pairs-body")]
public static class BodyPairs
{
    [HttpPost("/point")]
    [HttpPut("/point")]
    [HttpPatch("/point")]
    public static string Point(Point point) => point.ToString();

    [HttpPost("/point-nullable")]
    public static string PointNullable(Point? point) => point?.ToString() ?? "null";

    [HttpPost("/point-and/{id:int}")]
    public static string PointAnd(int id, Point point, string? q) => $"{id} {point} {q}";

    [HttpPost("/points")]
    public static string Points(List<Point> points) => string.Join(' ', points);

    [HttpPost("/text")]
    public static string Text([FromBody] string text) => $"'{text}'";

    [HttpPost("/number")]
    public static int Number([FromBody] int number) => number;

    [HttpPost("/dictionary")]
    public static string Dictionary([FromBody] Dictionary<string, int> numbers) => string.Join(' ', numbers);

    [HttpDelete("/explicit")]
    public static string Explicit([FromBody] Point point) => point.ToString();

    [HttpPost("/stream")]
    public static async Task<string> Stream(Stream body)
    {
        using var reader = new StreamReader(body);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    [HttpPost("/pipe")]
    public static async Task<long> Pipe(PipeReader body)
    {
        long length = 0;
        while (true)
        {
            var result = await body.ReadAsync(TestContext.Current.CancellationToken);
            length += result.Buffer.Length;
            body.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
            {
                return length;
            }
        }
    }
}
