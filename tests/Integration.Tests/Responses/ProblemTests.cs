using System.Net;
using System.Text.Json.Nodes;

namespace Upwire.Integration.Tests.Responses;

/// <summary>What a refused request is told, by applications that differ in what they say of problems.</summary>
public sealed class ProblemTests(
    Running<PlainApp> production,
    Running<DevelopmentApp> development,
    Running<CustomizedProblemsApp> customized)
    : IClassFixture<Running<PlainApp>>, IClassFixture<Running<DevelopmentApp>>, IClassFixture<Running<CustomizedProblemsApp>>
{
    [Theory]
    [InlineData("/query/int?value=x")]
    [InlineData("/query/enum")]
    [InlineData("/results/nullable?found=false")]
    [InlineData("/only")]
    public async Task Development_and_production_answer_alike(string path)
    {
        using var one = await production.Client.GetAsync(path, TestContext.Current.CancellationToken);
        using var other = await development.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(one.StatusCode, other.StatusCode);
        Assert.Equal(one.Content.Headers.ContentType, other.Content.Headers.ContentType);
        Assert.Equal(
            await one.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/query/int?value=x", HttpStatusCode.BadRequest)]
    [InlineData("/results/nullable?found=false", HttpStatusCode.NotFound)]
    [InlineData("/only", HttpStatusCode.UpgradeRequired)]
    public async Task The_applications_own_customization_shows(string path, HttpStatusCode status)
    {
        using var response = await customized.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("custom", (string?)problem["node"]);
        Assert.Equal((int)status, (int?)problem["status"]);
        Assert.Equal(path.Contains("value", StringComparison.Ordinal), problem["errors"]?["value"] is not null);
    }

    // RFC 9110 12.5.1: a client that takes no JSON is told the status at least.
    [Fact]
    public async Task A_client_that_takes_no_JSON_is_answered_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/query/int?value=x") { Headers = { { "Accept", "text/html" } } };
        using var response = await customized.Client.SendAsync(request, TestContext.Current.CancellationToken);
        await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
    }
}
