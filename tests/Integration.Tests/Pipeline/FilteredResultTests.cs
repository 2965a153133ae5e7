using System.Net;

namespace Upwire.Integration.Tests.Pipeline;

/// <summary>Results of every kind come out of a filter, which hands on the handler's or puts another in its place, as they would without it.</summary>
public sealed class FilteredResultTests(Running<ReplacingApp> app) : IClassFixture<Running<ReplacingApp>>
{
    private const string Json = "application/json; charset=utf-8";

    [Theory]
    [InlineData("/binary/bytes?", "application/octet-stream", "abc")]
    [InlineData("/binary/nullable-memory?found=true", "application/octet-stream", "bc")]
    [InlineData("/binary/nullable-read-only-memory?found=true", "application/octet-stream", "bc")]
    [InlineData("/binary/stream?", "application/octet-stream", "bc")]
    [InlineData("/binary/pipe?", "application/octet-stream", "abc")]
    [InlineData("/sequence/points?count=1", Json, """[{"x":0,"y":0}]""")]
    [InlineData("/sequence/shapes?", Json, """[{"$type":"circle","radius":1}]""")]
    [InlineData("/sequence/concrete?found=true", Json, "[1,2]")]
    [InlineData("/sequence/events/shapes?", "text/event-stream", "data: {\"$type\":\"circle\",\"radius\":1}\n\n")]
    [InlineData("/sequence/events/bytes?", "text/event-stream", "data: raw\n\n")]
    [InlineData("/results/json?put=bytes", "application/octet-stream", "put")]
    [InlineData("/results/json?put=memory", "application/octet-stream", "put")]
    [InlineData("/results/text?put=stream", "application/octet-stream", "put")]
    [InlineData("/results/typed?put=pipe", "application/octet-stream", "put")]
    [InlineData("/results/text?put=sequence", Json, "[1,2]")]
    [InlineData("/results/json?put=sequence", Json, "[1,2]")]
    [InlineData("/sequence/shapes?put=sequence", Json, "[1,2]")]
    [InlineData("/sequence/shapes?put=text", "text/plain; charset=utf-8", "put")]
    [InlineData("/sequence/events/text?put=text", "text/plain; charset=utf-8", "put")]
    [InlineData("/sequence/events/text?put=result", "text/event-stream", "data: put\n\n")]
    [InlineData("/binary/bytes?put=text", "text/plain; charset=utf-8", "put")]
    public async Task A_result_comes_out_of_a_filter(string path, string contentType, string body)
    {
        using var response = await app.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/binary/nullable-memory?found=false")]
    [InlineData("/sequence/nullable?found=false")]
    [InlineData("/sequence/events/points?found=false")]
    [InlineData("/sequence/points?count=1&put=null")]
    public async Task Null_is_not_found(string path)
    {
        using var response = await app.Client.GetAsync(path, TestContext.Current.CancellationToken);
        await Problem.ReadAsync(response, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_sequence_that_fails_before_its_first_item_is_a_failure()
    {
        using var response = await app.Client.GetAsync("/results/text?put=failure", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task Events_where_none_are_declared_are_a_failure_that_says_what_to_do()
    {
        using var response = await app.Client.GetAsync("/results/text?put=events", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("Return TypedResults.ServerSentEvents(...) instead.", await app.TakeFailuresAsync(), StringComparison.Ordinal);
    }
}
