using System.Net;

namespace Upwire.Integration.Tests.Responses;

public sealed class ResultTests(Running<PlainApp> app) : IClassFixture<Running<PlainApp>>
{
    private const string Json = "application/json; charset=utf-8";
    private const string Text = "text/plain; charset=utf-8";

    [Theory]
    [InlineData("/text", 200, Text, "grüße")]
    [InlineData("/html", 200, "text/html; charset=utf-8", "<p>")]
    [InlineData("/json", 200, Json, """{"x":1,"y":2}""")]
    [InlineData("/array", 200, Json, """[{"x":1,"y":2},{"x":1,"y":2}]""")]
    [InlineData("/number", 200, Json, "7")]
    [InlineData("/nullable?found=true", 200, Json, """{"x":1,"y":2}""")]
    [InlineData("/nullable-text?found=true", 200, Text, "text")]
    [InlineData("/nullable-number?found=true", 200, Json, "7")]
    [InlineData("/result", 202, Json, """{"x":1,"y":2}""")]
    [InlineData("/typed", 201, Json, """{"x":1,"y":2}""")]
    [InlineData("/either?found=true", 200, Json, """{"x":1,"y":2}""")]
    [InlineData("/either?found=false", 404, null, "")]
    [InlineData("/void", 200, null, "")]
    [InlineData("/task", 200, null, "")]
    [InlineData("/value-task", 200, null, "")]
    [InlineData("/task-text", 200, Text, "task")]
    [InlineData("/task-nullable?found=true", 200, Json, """{"x":1,"y":2}""")]
    [InlineData("/value-task-json", 200, Json, """{"x":1,"y":2}""")]
    [InlineData("/task-result", 418, null, "")]
    [InlineData("/value-task-either?found=true", 200, Json, """{"x":1,"y":2}""")]
    [InlineData("/value-task-either?found=false", 404, null, "")]
    public async Task A_result_is_written(string path, int status, string? contentType, string body)
    {
        using var response = await app.Client.GetAsync($"/results{path}", TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/nullable?found=false")]
    [InlineData("/nullable-text?found=false")]
    [InlineData("/nullable-number?found=false")]
    [InlineData("/task-nullable?found=false")]
    public async Task Null_is_not_found(string path)
    {
        using var response = await app.Client.GetAsync($"/results{path}", TestContext.Current.CancellationToken);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.NotFound);
        Assert.Null(problem.Errors);
    }

    [Fact]
    public async Task A_handler_without_a_result_is_called()
    {
        using var response = await app.Client.GetAsync("/results/void", TestContext.Current.CancellationToken);
        Assert.Equal(["yes"], response.Headers.GetValues("X-Called"));
    }

    [Fact]
    public async Task A_failure_of_the_handler_says_nothing_to_the_client()
    {
        using var response = await app.Client.GetAsync("/results/throws", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
