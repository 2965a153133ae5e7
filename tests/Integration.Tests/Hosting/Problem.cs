using System.Net;
using System.Text.Json;

namespace Upwire.Integration.Tests;

/// <summary>An RFC 9457 answer, as a client reads it.</summary>
public sealed record Problem(int Status, string Title, string Detail, Dictionary<string, string[]>? Errors)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<Problem> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode}: {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<Problem>(body, Json)!;
        Assert.Equal((int)expected, problem.Status);
        Assert.NotEmpty(problem.Title);
        Assert.NotEmpty(problem.Detail);
        return problem;
    }

    /// <summary>The one message about the one parameter that failed.</summary>
    public string Only(string parameter)
    {
        Assert.Equal([parameter], Errors?.Keys);
        return Assert.Single(Errors![parameter]);
    }
}
