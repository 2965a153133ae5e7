using System.Net;

namespace Upwire.Integration.Tests.Binding;

/// <summary>Types that bind themselves, and parsers that the project declares.</summary>
public sealed class CustomTests(Running<PlainApp> app) : IClassFixture<Running<PlainApp>>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/class", "a", "a")]
    [InlineData("/optional", "a", "a")]
    [InlineData("/optional", null, "null")]
    [InlineData("/struct?cursor=3", null, "3")]
    [InlineData("/optional-struct?cursor=3", null, "3")]
    [InlineData("/optional-struct", null, "null")]
    [InlineData("/interface", null, "caller:Caller:GET")]
    [InlineData("/part", "a", "Caller:Caller:GET a")]
    [InlineData("/route/b", null, "b")]
    public async Task A_type_binds_itself(string path, string? tenant, string expected)
    {
        using var response = await SendAsync(path, tenant);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync(Stop));
    }

    [Theory]
    [InlineData("/class", "tenant")]
    [InlineData("/struct?cursor=x", "cursor")]
    [InlineData("/part", "Tenant")]
    public async Task Null_where_something_is_needed_is_a_400(string path, string parameter)
    {
        using var response = await SendAsync(path, tenant: null);
        Assert.Equal($"The request has nothing that '{parameter}' could be made of.", (await Problem.ReadAsync(response, HttpStatusCode.BadRequest)).Only(parameter));
    }

    [Theory]
    [InlineData("/zone/UTC", "00:00:00")]
    [InlineData("/zones?zones=UTC&zones=UTC&other=UTC", "2 UTC")]
    [InlineData("/zones", "0 null")]
    public async Task A_declared_parser_parses(string path, string expected) =>
        Assert.Equal(expected, await app.Client.GetStringAsync("/custom" + path, Stop));

    [Fact]
    public async Task What_a_declared_parser_refuses_is_told()
    {
        using var response = await SendAsync("/zone/nowhere", tenant: null);
        Assert.Equal(
            "The route parameter 'zone' is 'nowhere'; a value of the type TimeZoneInfo is expected.",
            (await Problem.ReadAsync(response, HttpStatusCode.BadRequest)).Only("zone"));
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string? tenant)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/custom" + path);
        if (tenant is not null)
        {
            request.Headers.Add("X-Tenant", tenant);
        }

        return await app.Client.SendAsync(request, Stop);
    }
}
