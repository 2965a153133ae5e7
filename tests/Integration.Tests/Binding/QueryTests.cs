using System.Net;

namespace Upwire.Integration.Tests.Binding;

public sealed class QueryTests(Running<PlainApp> app) : IClassFixture<Running<PlainApp>>
{
    [Theory]
    [InlineData("/int?value=7", "7")]
    [InlineData("/int?VALUE=7", "7")]
    [InlineData("/nullable?value=7", "7")]
    [InlineData("/nullable?value=", "null")]
    [InlineData("/nullable", "null")]
    [InlineData("/default?value=8", "8")]
    [InlineData("/default?value=", "7")]
    [InlineData("/default", "7")]
    [InlineData("/string?value=a%20b", "'a b'")]
    [InlineData("/string?value=a+b", "'a b'")]
    [InlineData("/string?value=", "''")]
    [InlineData("/nullable-string?value=", "''")]
    [InlineData("/nullable-string", "null")]
    [InlineData("/enum?value=Red", "Red")]
    [InlineData("/enum?value=green", "Green")]
    [InlineData("/enum?value=5", "Green")]
    [InlineData("/default-enum", "Green")]
    [InlineData("/default-enum?value=red", "Red")]
    [InlineData("/guid?value=0f8fad5b-d9cb-469f-a165-70867728950e", "0f8fad5b-d9cb-469f-a165-70867728950e")]
    [InlineData("/date?value=2026-02-28", "2026-02-28")]
    [InlineData("/number?value=1.5", "1.5")]
    [InlineData("/bool?value=true", "yes")]
    [InlineData("/bool?value=False", "no")]
    [InlineData("/renamed?max-size=7", "7")]
    [InlineData("/mvc-renamed?max-size=7", "7")]
    public async Task A_query_parameter_binds(string path, string expected) =>
        Assert.Equal(expected, await app.Client.GetStringAsync($"/query{path}", TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("/int", "value", "The query parameter 'value' is missing; an integer is expected.")]
    [InlineData("/int?value=", "value", "The query parameter 'value' is ''; an integer is expected.")]
    [InlineData("/int?value=x", "value", "The query parameter 'value' is 'x'; an integer is expected.")]
    [InlineData("/int?value=99999999999", "value", "The query parameter 'value' is '99999999999'; an integer is expected.")]
    [InlineData("/nullable?value=x", "value", "The query parameter 'value' is 'x'; an integer is expected.")]
    [InlineData("/default?value=x", "value", "The query parameter 'value' is 'x'; an integer is expected.")]
    [InlineData("/string", "value", "The query parameter 'value' is missing; a text is expected.")]
    [InlineData("/enum?value=Blue", "value", "The query parameter 'value' is 'Blue'; one of Red, Green is expected.")]
    [InlineData("/guid?value=7", "value", "The query parameter 'value' is '7'; a UUID is expected.")]
    [InlineData("/date?value=2026-02-30", "value", "The query parameter 'value' is '2026-02-30'; a date (yyyy-MM-dd) is expected.")]
    [InlineData("/number?value=1.5.5", "value", "The query parameter 'value' is '1.5.5'; a number is expected.")]
    [InlineData("/bool?value=yes", "value", "The query parameter 'value' is 'yes'; true or false is expected.")]
    [InlineData("/renamed?maxSize=7", "max-size", "The query parameter 'max-size' is missing; an integer is expected.")]
    public async Task A_query_parameter_does_not_bind(string path, string parameter, string message)
    {
        using var response = await app.Client.GetAsync($"/query{path}", TestContext.Current.CancellationToken);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(message, problem.Only(parameter));
    }

    [Fact]
    public async Task A_key_that_is_there_twice_is_not_one_number()
    {
        using var response = await app.Client.GetAsync("/query/int?value=1&value=2", TestContext.Current.CancellationToken);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal("The query parameter 'value' is '1,2'; an integer is expected.", problem.Only("value"));
    }

    [Fact]
    public async Task A_long_value_is_quoted_short()
    {
        using var response = await app.Client.GetAsync($"/query/int?value={new string('9', 5_000)}", TestContext.Current.CancellationToken);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal($"The query parameter 'value' is '{new string('9', 64)}…'; an integer is expected.", problem.Only("value"));
    }

    // The quote ends between the two halves of a surrogate pair: half a character is no JSON.
    [Fact]
    public async Task A_long_value_is_not_cut_inside_a_character()
    {
        using var response = await app.Client.GetAsync($"/query/int?value=x{string.Concat(Enumerable.Repeat("%F0%9F%98%80", 100))}", TestContext.Current.CancellationToken);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.DoesNotContain('\uFFFD', problem.Only("value"));
    }

    [Theory]
    [InlineData("value=%00", "\0")]
    [InlineData("value=%zz", "%zz")]
    [InlineData("value=%", "%")]
    [InlineData("value=%ff", "%ff")]
    public async Task Odd_encodings_are_values_that_do_not_parse(string query, string quoted)
    {
        string answer = await app.SendRawAsync($"GET /query/int?{query} HTTP/1.1\r\nHost: {app.Address.Authority}\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", answer, StringComparison.Ordinal);
        Assert.Contains(System.Text.Json.JsonEncodedText.Encode($"is '{quoted}'").ToString(), answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_keys_do_no_harm()
    {
        string keys = string.Join('&', Enumerable.Range(0, 1_200).Select(static i => $"k{i}"));
        Assert.Equal("7", await app.Client.GetStringAsync($"/query/int?{keys}&value=7", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_long_segment_binds()
    {
        string segment = new('x', 2_000);
        Assert.Equal($"one {segment}", await app.Client.GetStringAsync($"/templates/one/{segment}", TestContext.Current.CancellationToken));
    }
}
