using System.Net;

namespace Upwire.Integration.Tests.Binding;

/// <summary>Parameters that <c>[AsParameters]</c> takes apart.</summary>
public sealed class CompositeTests(Running<ServicesApp> app) : IClassFixture<Running<ServicesApp>>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/record/7?page=2&fields=a&tags=x&tags=y", "7 2 a [x,y] agent/1.0 GET hello, you")]
    [InlineData("/record/7", "7 1 null [] agent/1.0 GET hello, you")]
    [InlineData("/class?name=a&count=3", "a 3 a3 null")]
    [InlineData("/class?name=a&count=3&note=n&untouched=5&computed=x", "a 3 a3 n")]
    [InlineData("/struct?x=1&y=2", "1,2")]
    [InlineData("/nested/a?size=3&color=red&page=4", "a 3 Red 4")]
    [InlineData("/keyed", "HELLO, you")]
    [InlineData("/filtered?x=1&y=2&name=n", "n 11,2")]
    [InlineData("/twice?x=1&y=2", "2")]
    public async Task Each_part_binds_as_a_parameter(string path, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/composite" + path);
        request.Headers.UserAgent.ParseAdd("agent/1.0");
        using var response = await app.Client.SendAsync(request, Stop);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task A_part_may_be_the_body()
    {
        using var content = new StringContent("""{"x":1,"y":2}""", null, "application/json");
        using var response = await app.Client.PostAsync("/composite/body/7", content, Stop);
        Assert.Equal("7 1,2", await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Parts_may_be_of_a_form()
    {
        using var content = new MultipartFormDataContent { { new StringContent("t"), "title" }, { new StringContent("data"), "file", "a.txt" } };
        using var response = await app.Client.PostAsync("/composite/form/7", content, Stop);
        Assert.Equal("7 t a.txt", await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task All_parts_that_fail_are_told_at_once()
    {
        using var response = await app.Client.GetAsync("/composite/nested/a?size=x&color=none", Stop);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(["Color", "Size", "page"], problem.Errors!.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("The query parameter 'Size' is 'x'; an integer is expected.", Assert.Single(problem.Errors["Size"]));
    }
}
