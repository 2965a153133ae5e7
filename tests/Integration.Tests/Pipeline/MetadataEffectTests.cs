using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Integration.Tests.Pipeline;

/// <summary>What ASP.NET Core's middleware makes of attributes: those of the class hold, unless the method says otherwise.</summary>
public sealed class MetadataEffectTests(MetadataEffectTests.App app) : IClassFixture<MetadataEffectTests.App>
{
    private const string Origin = "https://site.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/metadata/cached", true)]
    [InlineData("/v1/metadata/fresh", false)]
    public async Task EnableCors_and_DisableCors(string path, bool isAllowed)
    {
        using var preflight = await SendAsync(HttpMethod.Options, path, ("Origin", Origin), ("Access-Control-Request-Method", "GET"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal(isAllowed, preflight.Headers.Contains("Access-Control-Allow-Origin"));
        using var actual = await SendAsync(HttpMethod.Get, path, ("Origin", Origin));
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

    [Fact]
    public void A_name_makes_links()
    {
        var links = app.Services.GetRequiredService<LinkGenerator>();
        Assert.Equal("/v1/metadata/named/7/a/b", links.GetPathByName("named", new RouteValueDictionary { ["id"] = 7, ["path"] = "a/b" }));
        Assert.Null(links.GetPathByName("named", new RouteValueDictionary { ["path"] = "a" }));
    }

    [Fact]
    public void Texts_come_out_as_they_were_written()
    {
        var endpoint = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Single(static endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == "named");
        Assert.Equal("A \"summary\" {with} \\ größe", endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()!.Summary);
        Assert.Equal(["q\"{0}\\ größe"], endpoint.Metadata.GetMetadata<ITagsMetadata>()!.Tags);
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

    public sealed class App : UpwireApp
    {
        protected override void ConfigureServices(WebApplicationBuilder builder)
        {
            base.ConfigureServices(builder);
            builder.Services.AddCors(static cors => cors.AddPolicy("site", static policy => policy.WithOrigins(Origin)));
            builder.Services.AddOutputCache();
            builder.Services.AddRequestTimeouts();
            builder.Services.AddRateLimiter(static limiter =>
            {
                limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                limiter.AddPolicy("none", static _ => System.Threading.RateLimiting.RateLimitPartition.Get("", static _ => new ClosedLimiter()));
            });
        }

        protected override void Configure(WebApplication app)
        {
            app.UseCors();
            app.UseRateLimiter();
            app.UseRequestTimeouts();
            app.UseOutputCache();
            app.MapGroup("/v1").MapUpwire();
        }
    }
}
