using System.Net;

namespace Upwire.Integration.Tests.Binding;

public sealed class HeaderTests(Running<PlainApp> app) : IClassFixture<Running<PlainApp>>
{
    [Theory]
    [InlineData("/required", "X-Count", "7", "7")]
    [InlineData("/required", "x-count", "7", "7")]
    [InlineData("/optional", "X-Count", "7", "7")]
    [InlineData("/optional", "X-Other", "7", "null")]
    [InlineData("/text", "Traceparent", "abc", "abc")]
    [InlineData("/convention", "If-None-Match", "\"7\"", "\"7\"")]
    public async Task A_header_binds(string path, string header, string value, string expected)
    {
        using var response = await SendAsync(path, header, value);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/required", "X-Other", "7", "X-Count", "The header 'X-Count' is missing; an integer is expected.")]
    [InlineData("/required", "X-Count", "x", "X-Count", "The header 'X-Count' is 'x'; an integer is expected.")]
    [InlineData("/optional", "X-Count", "x", "X-Count", "The header 'X-Count' is 'x'; an integer is expected.")]
    [InlineData("/text", "X-Other", "x", "traceparent", "The header 'traceparent' is missing; a text is expected.")]
    [InlineData("/convention", "ifNoneMatch", "x", "If-None-Match", "The header 'If-None-Match' is missing; a text is expected.")]
    public async Task A_header_does_not_bind(string path, string header, string value, string parameter, string message)
    {
        using var response = await SendAsync(path, header, value);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(message, problem.Only(parameter));
    }

    // No HttpClient adds a traceparent of its own to what is asked for here.
    private async Task<HttpResponseMessage> SendAsync(string path, string header, string value)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Address, $"/headers{path}"));
        request.Headers.Add(header, value);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
