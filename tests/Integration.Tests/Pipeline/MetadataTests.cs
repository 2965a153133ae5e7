namespace Upwire.Integration.Tests.Pipeline;

public sealed class MetadataTests(Running<PlainApp> app) : IClassFixture<Running<PlainApp>>
{
    // The last one holds.
    [Fact]
    public async Task The_attributes_of_the_class_come_before_those_of_the_method() =>
        Assert.Equal(["tags class", "tags method"], await DescribeAsync("/members/open", "tags"));

    [Fact]
    public async Task The_attributes_of_the_base_class_come_before_those_of_the_class() =>
        Assert.Equal(["roles admin", "tags admin"], await DescribeAsync("/admin", "roles", "tags"));

    [Theory]
    [InlineData("/tenants/one", "tags tenant of One", "tags One")]
    [InlineData("/tenants/part", "tags Left of Left", "tags Part")]
    public async Task The_type_of_a_parameter_tells_of_it_and_of_the_endpoint(string pattern, params string[] tags) =>
        Assert.Equal(tags, await DescribeAsync(pattern, "tags"));

    [Theory]
    [InlineData("/results/text", "200 String text/plain")]
    [InlineData("/results/json", "200 Point application/json")]
    [InlineData("/results/nullable", "200 Point application/json", "404 ProblemDetails application/problem+json", "400 HttpValidationProblemDetails application/problem+json")]
    [InlineData("/results/nullable-number", "200 Int32 application/json", "404 ProblemDetails application/problem+json", "400 HttpValidationProblemDetails application/problem+json")]
    [InlineData("/results/task-nullable", "200 Point application/json", "404 ProblemDetails application/problem+json", "400 HttpValidationProblemDetails application/problem+json")]
    [InlineData("/results/result")]
    [InlineData("/results/void", "200 Void ")]
    [InlineData("/results/typed", "201 Point application/json")]
    [InlineData("/results/value-task-either", "200 Point application/json", "404 Void ", "400 HttpValidationProblemDetails application/problem+json")]
    [InlineData("/binary/bytes", "200 Stream application/octet-stream")]
    [InlineData("/binary/nullable-pipe", "200 Stream application/octet-stream", "404 ProblemDetails application/problem+json", "400 HttpValidationProblemDetails application/problem+json")]
    [InlineData("/sequence/points", "200 IAsyncEnumerable`1 application/json", "400 HttpValidationProblemDetails application/problem+json")]
    [InlineData("/sequence/events/text", "200 SseItem`1 text/event-stream")]
    [InlineData("/described", "200 Described application/json", "202 Void text/x-type", "203 Void text/x-class", "204 Void text/x-method")]
    public async Task An_endpoint_says_what_it_answers(string pattern, params string[] answers) =>
        Assert.Equal(answers.Select(static answer => $"answers {answer}"), await DescribeAsync(pattern, "answers"));

    private async Task<IEnumerable<string>> DescribeAsync(string pattern, params string[] kinds) =>
        (await app.DescribeAsync(pattern)).Where(line => kinds.Contains(line.Split(' ')[0]));
}
