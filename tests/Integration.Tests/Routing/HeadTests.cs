using System.Net;

namespace Upwire.Integration.Tests.Routing;

public sealed class HeadTests(Running<PlainApp> app) : IClassFixture<Running<PlainApp>>
{
    [Theory]
    [InlineData("/head/text", 200, "text/plain")]
    [InlineData("/head/json", 200, "application/json")]
    [InlineData("/head/json?missing=true", 404, "application/problem+json")]
    [InlineData("/head/json?missing=x", 400, "application/problem+json")]
    [InlineData("/head/both", 200, "text/plain")]
    public async Task What_GET_answers_HEAD_answers_without_content(string path, int status, string contentType)
    {
        string answer = await SendAsync(path);
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.Contains($"Content-Type: {contentType}", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        Assert.Equal(answer.Length - 4, answer.IndexOf("\r\n\r\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task The_length_of_a_text_is_known(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/head/text");
        using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(7, response.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("/head/own/7", "7")]
    [InlineData("/head/elsewhere", "elsewhere")]
    public async Task An_endpoint_of_its_own_answers_HEAD_in_the_place_of_GET(string path, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([expected], response.Headers.GetValues("X-Own"));
        using var get = await app.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, get.StatusCode);
        Assert.False(get.Headers.Contains("X-Own"));
    }

    [Fact]
    public async Task A_text_after_what_the_handler_wrote_itself_comes_out_whole() =>
        Assert.Equal("first, second", await app.Client.GetStringAsync("/head/written", TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_405_names_both()
    {
        using var response = await app.Client.PostAsync("/head/text", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order());
    }

    private Task<string> SendAsync(string path) =>
        app.SendRawAsync($"HEAD {path} HTTP/1.1\r\nHost: {app.Address.Authority}\r\nConnection: close\r\n\r\n");
}
