using System.Net;

namespace Upwire.Integration.Tests.Pipeline;

/// <summary>What ASP.NET Core's middleware makes of attributes: those of the class hold, unless the method says otherwise.</summary>
public sealed class MetadataEffectTests(Running<MiddlewareApp> app) : IClassFixture<Running<MiddlewareApp>>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/metadata/cached", true)]
    [InlineData("/v1/metadata/fresh", false)]
    public async Task EnableCors_and_DisableCors(string path, bool isAllowed)
    {
        using var preflight = await SendAsync(HttpMethod.Options, path, ("Origin", MiddlewareApp.Origin), ("Access-Control-Request-Method", "GET"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal(isAllowed, preflight.Headers.Contains("Access-Control-Allow-Origin"));
        using var actual = await SendAsync(HttpMethod.Get, path, ("Origin", MiddlewareApp.Origin));
        Assert.Equal(HttpStatusCode.OK, actual.StatusCode);
        Assert.Equal(isAllowed, actual.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task EnableRateLimiting()
    {
        using var response = await SendAsync(HttpMethod.Put, "/v1/metadata/class");
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
    }

    [Theory]
    [InlineData("/v1/metadata/cached", true)]
    [InlineData("/v1/metadata/fresh", false)]
    public async Task OutputCache(string path, bool isCached)
    {
        string first = await app.Client.GetStringAsync(path, Stop);
        Assert.Equal(isCached, first == await app.Client.GetStringAsync(path, Stop));
    }

    [Fact]
    public async Task RequestTimeout()
    {
        using var response = await SendAsync(HttpMethod.Post, "/v1/metadata/slow");
        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
    }

    [Theory]
    [InlineData("/v1/metadata/small", "1234", 200)]
    [InlineData("/v1/metadata/small", "12345", 413)]
    [InlineData("/v1/metadata/large", "12345", 200)]
    public async Task RequestSizeLimit(string path, string body, int status)
    {
        using var content = new StringContent(body, null, "application/json");
        using var response = await app.Client.PostAsync(path, content, Stop);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("/link?id=7&path=a/b", "/v1/metadata/named/7/a/b")]
    [InlineData("/link?path=a", "none")]
    public async Task A_name_makes_links(string path, string expected) => Assert.Equal(expected, await app.Client.GetStringAsync(path, Stop));

    [Fact]
    public async Task A_name_is_where_something_was_created()
    {
        using var response = await app.Client.PostAsync("/v1/metadata/created", null, Stop);
        Assert.Equal(201, (int)response.StatusCode);
        Assert.EndsWith("/v1/metadata/named/7/a/b", response.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_come_out_as_they_were_written()
    {
        string[] lines = await app.DescribeAsync("/v1/metadata/named/{id:int}/{**path}");
        Assert.Contains("name named", lines);
        Assert.Contains("summary A \"summary\" {with} \\ größe", lines);
        Assert.Contains("tags q\"{0}\\ größe", lines);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await app.Client.SendAsync(request, Stop);
    }
}
