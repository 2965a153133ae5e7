using System.Net;

namespace Upwire.Integration.Tests.Routing;

public sealed class VerbTests(Running<PlainApp> app) : IClassFixture<Running<PlainApp>>
{
    [Theory]
    [InlineData("GET", "/verbs", "get")]
    [InlineData("POST", "/verbs", "post")]
    [InlineData("PUT", "/verbs", "put")]
    [InlineData("PATCH", "/verbs", "patch")]
    [InlineData("DELETE", "/verbs", "delete")]
    [InlineData("OPTIONS", "/verbs", "options")]
    [InlineData("PROPFIND", "/verbs", "found")]
    [InlineData("M-SEARCH", "/verbs/search", "found")]
    [InlineData("PUT", "/verbs/both", "both")]
    [InlineData("POST", "/verbs/both", "both")]
    [InlineData("POST", "/verbs/other", "both")]
    [InlineData("GET", "/verbs/overload", "none")]
    [InlineData("GET", "/verbs/overload/one", "one")]
    [InlineData("GET", "/alone", "alone")]
    public async Task A_method_answers_its_verb_at_its_path(string method, string path, string expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_method_that_is_named_binds_as_its_own_attribute_does()
    {
        using var body = new StringContent("""{"x":7,"y":0}""", null, "application/json");
        using var response = await app.Client.PostAsync("/verbs/lower", body, TestContext.Current.CancellationToken);
        Assert.Equal("lower 7", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Another_verb_is_answered_with_those_that_are_allowed()
    {
        using var response = await app.Client.DeleteAsync("/verbs/both", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST", "PUT"], response.Content.Headers.Allow.Order());
    }

    [Theory]
    [InlineData("/verbs/alone")]
    [InlineData("/overload")]
    [InlineData("/nothing")]
    public async Task A_path_without_a_route_is_not_found(string path)
    {
        using var response = await app.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/overloads/one?number=7", "number 7")]
    [InlineData("/overloads/two?text=x", "text x")]
    [InlineData("/overloads/hidden?left=1&right=1", "True")]
    public async Task Overloads_are_told_apart(string path, string expected) =>
        Assert.Equal(expected, await app.Client.GetStringAsync(path, TestContext.Current.CancellationToken));
}
