using System.Net;

namespace Upwire.Integration.Tests.Binding;

public sealed class ArrayTests(Running<PlainApp> app) : IClassFixture<Running<PlainApp>>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/ints", "[]")]
    [InlineData("/ints?value=7", "[7]")]
    [InlineData("/ints?value=7&VALUE=8&other=9", "[7|8]")]
    [InlineData("/nullable-ints?value=7&value=&value=8", "[7|null|8]")]
    [InlineData("/strings?value=a,b&value=&value=c", "[a,b||c]")]
    [InlineData("/strings", "[]")]
    [InlineData("/nullable-strings?value=a&value=", "[a|]")]
    [InlineData("/nullable-strings", "null")]
    [InlineData("/enums?color=red&color=5", "[Red|Green]")]
    [InlineData("/addresses?value=::1&value=", "[::1|null]")]
    [InlineData("/nullable", "null")]
    [InlineData("/nullable?value=1", "[1]")]
    [InlineData("/null", "null")]
    [InlineData("/null?value=1&value=2", "[1|2]")]
    [InlineData("/values", "[]")]
    [InlineData("/values?value=a&value=b", "[a|b]")]
    [InlineData("/nullable-values", "null")]
    [InlineData("/nullable-values?value=a", "[a]")]
    public async Task An_array_binds(string path, string expected) =>
        Assert.Equal(expected, await app.Client.GetStringAsync($"/arrays{path}", Stop));

    [Fact]
    public async Task An_array_of_a_POST_is_in_the_query()
    {
        using var response = await app.Client.PostAsync("/arrays/ints?value=1&value=2", null, Stop);
        Assert.Equal("[1|2]", await response.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task Every_element_that_fails_is_told()
    {
        using var response = await app.Client.GetAsync("/arrays/ints?value=x&value=1&value=", Stop);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(
            ["The query parameter 'value' contains 'x'; an integer is expected.", "The query parameter 'value' contains ''; an integer is expected."],
            problem.Errors!["value"]);
    }

    [Theory]
    [InlineData("/header", new[] { "1", "2" }, "[1|2]")]
    [InlineData("/header", new[] { "1, 2", "3" }, "[1|2|3]")]
    [InlineData("/header", new string[0], "[]")]
    [InlineData("/header-values", new[] { "1, 2", "3" }, "[1, 2|3]")]
    public async Task A_header_binds_to_an_array(string path, string[] lines, string expected)
    {
        string answer = await app.SendRawAsync(
            $"GET /arrays{path} HTTP/1.1\r\nHost: {app.Address.Authority}\r\nConnection: close\r\n{string.Concat(lines.Select(static line => $"X-Value: {line}\r\n"))}\r\n");

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.Contains(expected, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_elements_bind()
    {
        string query = string.Join('&', Enumerable.Repeat("value=1", 900));
        Assert.Equal(900, (await app.Client.GetStringAsync($"/arrays/ints?{query}", Stop)).Count(static c => c == '1'));
    }

    [Fact]
    public async Task Of_a_great_many_that_fail_the_rest_is_counted()
    {
        string query = string.Join('&', Enumerable.Repeat("value=x", 900));
        using var response = await app.Client.GetAsync($"/arrays/ints?{query}", Stop);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(100, problem.Errors!["value"].Length);
        Assert.EndsWith("see errors, and 800 more like them.", problem.Detail, StringComparison.Ordinal);
    }
}
