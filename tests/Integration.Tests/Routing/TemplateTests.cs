using System.Net;

namespace Upwire.Integration.Tests.Routing;

public sealed class TemplateTests(Running<PlainApp> app) : IClassFixture<Running<PlainApp>>
{
    [Theory]
    [InlineData("/one/x", "one x")]
    [InlineData("/one/a%20b%C3%A9", "one a bé")]
    [InlineData("/number/7", "number 7")]
    [InlineData("/number/-7", "number -7")]
    [InlineData("/range/10", "range 10")]
    [InlineData("/rest/a/b%20c", "rest a/b c")]
    [InlineData("/rest/", "rest ")]
    [InlineData("/rest", "rest ")]
    [InlineData("/braces/7", "braces 7")]
    [InlineData("/optional/7", "optional 7")]
    [InlineData("/optional", "optional none")]
    [InlineData("/default/2", "default 2")]
    [InlineData("/default", "default 1")]
    [InlineData("/complex/a-7.txt", "complex 7 txt")]
    [InlineData("/ignored/x/y/end", "ignored")]
    [InlineData("/ignored-rest/x/y", "ignored rest")]
    [InlineData("/precedence/other", "parameter other")]
    [InlineData("/precedence/literal", "literal")]
    [InlineData("/renamed/7", "renamed 7")]
    [InlineData("/keyword/x", "keyword x")]
    public async Task A_template_matches(string path, string expected) =>
        Assert.Equal(expected, await app.Client.GetStringAsync($"/templates{path}", TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("/one")]
    [InlineData("/one/x/y")]
    [InlineData("/number/x")]
    [InlineData("/range/9")]
    [InlineData("/braces/x")]
    [InlineData("/complex/b-7.txt")]
    [InlineData("/ignored/x/end")]
    public async Task A_template_does_not_match(string path)
    {
        using var response = await app.Client.GetAsync($"/templates{path}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task What_a_template_takes_and_the_parameter_does_not_is_a_bad_request()
    {
        using var response = await app.Client.GetAsync("/templates/optional/x", TestContext.Current.CancellationToken);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal("The route parameter 'id' is 'x'; an integer is expected.", problem.Only("id"));
    }
}
