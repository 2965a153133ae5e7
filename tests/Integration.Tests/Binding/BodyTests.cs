using System.Net;
using System.Text;

namespace Upwire.Integration.Tests.Binding;

public sealed class BodyTests(Running<SmallBodiesApp> app) : IClassFixture<Running<SmallBodiesApp>>
{
    private const string Json = """{"x": 1, "y": 2}""";

    [Theory]
    [InlineData("POST", "/required", Json, "application/json", "Point { X = 1, Y = 2 }")]
    [InlineData("POST", "/required", Json, "application/json; charset=utf-8", "Point { X = 1, Y = 2 }")]
    [InlineData("POST", "/required", Json, "application/vnd.point+json", "Point { X = 1, Y = 2 }")]
    [InlineData("PUT", "/nullable", Json, "application/json", "Point { X = 1, Y = 2 }")]
    [InlineData("PUT", "/nullable", "null", "application/json", "null")]
    [InlineData("PUT", "/nullable", null, null, "null")]
    [InlineData("POST", "/default", null, null, "default")]
    [InlineData("POST", "/allow-empty", null, null, "empty")]
    [InlineData("DELETE", "/explicit", Json, "application/json", "Point { X = 1, Y = 2 }")]
    [InlineData("PATCH", "/array", $"[{Json}]", "application/json", "Point { X = 1, Y = 2 }")]
    public async Task A_body_binds(string method, string path, string? body, string? contentType, string expected)
    {
        using var response = await SendAsync(method, path, body, contentType);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/required", null, null, 400, "point", "The request has no body; JSON is expected.")]
    [InlineData("POST", "/required", "", "application/json", 400, "point", "The request has no body; JSON is expected.")]
    [InlineData("POST", "/required", "null", "application/json", 400, "point", "The body is the JSON value null; a value is expected.")]
    [InlineData("POST", "/required", "{", "application/json", 400, "point", "The body is not the JSON that is expected, at $.")]
    [InlineData("POST", "/required", """{"x": "a"}""", "application/json", 400, "point", "The body is not the JSON that is expected, at $.x.")]
    [InlineData("PATCH", "/array", """[{"x": 1, "y": 2}, {"x": true}]""", "application/json", 400, "points", "The body is not the JSON that is expected, at $[1].x.")]
    [InlineData("POST", "/required", Json, "text/plain", 415, "point", "The body's Content-Type is 'text/plain'; application/json, in a known charset, is expected.")]
    [InlineData("POST", "/required", Json, null, 415, "point", "The body has no Content-Type; application/json is expected.")]
    [InlineData("POST", "/required", Json, "application/json; charset=klingon", 415, "point", "The body's Content-Type is 'application/json; charset=klingon'; application/json, in a known charset, is expected.")]
    [InlineData("PUT", "/nullable", Json, "text/plain", 415, "point", "The body's Content-Type is 'text/plain'; application/json, in a known charset, is expected.")]
    [InlineData("PUT", "/nullable", "{", "application/json", 400, "point", "The body is not the JSON that is expected, at $.")]
    public async Task A_body_does_not_bind(string method, string path, string? body, string? contentType, int status, string parameter, string message)
    {
        using var response = await SendAsync(method, path, body, contentType);
        var problem = await Problem.ReadAsync(response, (HttpStatusCode)status);
        Assert.Equal(message, problem.Only(parameter));
    }

    [Fact]
    public async Task A_body_larger_than_the_server_takes_is_413()
    {
        using var response = await SendAsync("POST", "/required", $$"""{"x": 1, "y": 2, "z": "{{new string('z', 2 * SmallBodiesApp.MaxBodySize)}}"}""", "application/json");
        var problem = await Problem.ReadAsync(response, HttpStatusCode.RequestEntityTooLarge);
        Assert.Equal("The body is larger than the server takes.", problem.Only("point"));
    }

    [Fact]
    public async Task Everything_that_fails_is_in_one_answer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/body/all/one?color=blue") { Content = new StringContent("""{"x": 1.5}""", Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Day", "yesterday");
        using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(["X-Day", "color", "count", "id", "point"], problem.Errors!.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["The route parameter 'id' is 'one'; an integer is expected."], problem.Errors["id"]);
        Assert.Equal(["The query parameter 'color' is 'blue'; one of Red, Green is expected."], problem.Errors["color"]);
        Assert.Equal(["The query parameter 'count' is missing; an integer is expected."], problem.Errors["count"]);
        Assert.Equal(["The header 'X-Day' is 'yesterday'; a date (yyyy-MM-dd) is expected."], problem.Errors["X-Day"]);
        Assert.Equal(["The body is not the JSON that is expected, at $.x."], problem.Errors["point"]);
    }

    // Of several failures with statuses of their own none can speak for all.
    [Fact]
    public async Task A_wrong_content_type_among_other_failures_is_a_bad_request()
    {
        using var response = await SendAsync("POST", "/all/1", Json, "text/plain");
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(["X-Day", "color", "count", "point"], problem.Errors!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_body_that_ends_too_early_is_the_clients_fault()
    {
        await app.SendRawAsync(
            $"POST /body/required HTTP/1.1\r\nHost: {app.Address.Authority}\r\nX-Watch: short\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{\"x\": 1",
            andLeave: true);
        Assert.Equal("400", await app.EndOfAsync("short"));
        Assert.Empty(await app.TakeFailuresAsync());
    }

    [Fact]
    public async Task A_chunked_body_that_is_broken_is_answered()
    {
        string answer = await app.SendRawAsync($"POST /body/required HTTP/1.1\r\nHost: {app.Address.Authority}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nnot a chunk\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.Empty(await app.TakeFailuresAsync());
    }

    [Fact]
    public async Task An_empty_chunked_body_is_not_JSON()
    {
        string answer = await app.SendRawAsync($"POST /body/required HTTP/1.1\r\nHost: {app.Address.Authority}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.Empty(await app.TakeFailuresAsync());
    }

    [Fact]
    public async Task A_body_in_UTF_16_is_read()
    {
        using var content = new StringContent(Json, Encoding.Unicode, "application/json");
        using var response = await app.Client.PostAsync("/body/required", content, TestContext.Current.CancellationToken);
        Assert.Equal("Point { X = 1, Y = 2 }", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_not_JSON()
    {
        using var content = new ByteArrayContent([0x7B, 0x22, 0xFF, 0x00, 0xFE]) { Headers = { { "Content-Type", "application/json" } } };
        using var response = await app.Client.PostAsync("/body/required", content, TestContext.Current.CancellationToken);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains("is not", problem.Only("point"), StringComparison.Ordinal);
        Assert.Empty(await app.TakeFailuresAsync());
    }

    // The path in the message is the client's text too.
    [Fact]
    public async Task The_path_of_a_JSON_failure_is_quoted_short()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 60));
        using var response = await SendAsync("PATCH", "/array", $$"""[{"{{new string('k', 500)}}": {{deep}}!""", "application/json");
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.InRange(problem.Only("points").Length, 1, 200);
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string? body, string? contentType)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/body{path}");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (contentType is not null)
            {
                request.Content.Headers.Add("Content-Type", contentType);
            }
        }

        return await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
