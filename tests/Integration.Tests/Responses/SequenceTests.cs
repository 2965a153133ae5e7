using System.Net;

namespace Upwire.Integration.Tests.Responses;

public sealed class SequenceTests(Running<FeedApp> app, Running<HandlingApp> handling) : IClassFixture<Running<FeedApp>>, IClassFixture<Running<HandlingApp>>
{
    private const string Json = "application/json; charset=utf-8";

    [Theory]
    [InlineData("/points?count=2", Json, """[{"x":0,"y":0},{"x":1,"y":1}]""")]
    [InlineData("/points?count=0", Json, "[]")]
    [InlineData("/shapes", Json, """[{"$type":"circle","radius":1}]""")]
    [InlineData("/nullable?found=true", Json, """["a",null]""")]
    [InlineData("/task", Json, "[1,2,3]")]
    [InlineData("/concrete?found=true", Json, "[1,2]")]
    [InlineData("/vendor", "application/vnd.numbers+json", "[1,2]")]
    public async Task A_sequence_is_a_JSON_array(string path, string contentType, string body)
    {
        using var response = await app.Client.GetAsync($"/sequence{path}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/events/text", "event: note\ndata: one\ndata: two\nid: 7\nretry: 2000\n\ndata: grüße\n\n")]
    [InlineData("/events/points?found=true", "event: point\ndata: {\"x\":1,\"y\":2}\n\ndata: \n\ndata: {\"x\":3,\"y\":4}\n\n")]
    [InlineData("/events/shapes", "data: {\"$type\":\"circle\",\"radius\":1}\n\n")]
    [InlineData("/events/bytes", "data: raw\n\n")]
    public async Task A_sequence_of_events_is_an_event_stream(string path, string body)
    {
        using var response = await app.Client.GetAsync($"/sequence{path}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.ToString());
        Assert.True(response.Headers.CacheControl is { NoCache: true, NoStore: true });
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/nullable?found=false")]
    [InlineData("/concrete?found=false")]
    [InlineData("/events/points?found=false")]
    public async Task Null_is_not_found(string path)
    {
        using var response = await app.Client.GetAsync($"/sequence{path}", TestContext.Current.CancellationToken);
        await Problem.ReadAsync(response, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/sequence/feed", "[\"one\"", ",\"two\"", "]")]
    [InlineData("/sequence/events/feed", "data: one\n\n", "data: two\n\n", "")]
    public async Task Each_item_is_sent_when_it_comes(string path, string first, string second, string end)
    {
        var feed = await FeedClient.BeginAsync(app);
        var beginning = app.BeginAsync(path);
        await feed.GiveAsync("one");
        using var response = await beginning;
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Assert.Equal(first, await FeedClient.ReadAsync(body, first.Length));

        await feed.GiveAsync("two");
        Assert.Equal(second, await FeedClient.ReadAsync(body, second.Length));

        await feed.EndAsync();
        using var rest = new StreamReader(body);
        Assert.Equal(end, await rest.ReadToEndAsync(TestContext.Current.CancellationToken));
        await feed.EndedAsync();
    }

    [Theory]
    [InlineData("/sequence/feed")]
    [InlineData("/sequence/events/feed")]
    [InlineData("/sequence/throws")]
    [InlineData("/sequence/throws-later")]
    public async Task A_failure_before_the_first_item_is_a_failure(string path)
    {
        var feed = await FeedClient.BeginAsync(app);
        var answering = app.BeginAsync(path);
        await feed.FailAsync("secret");
        using var response = await answering;
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/sequence/feed")]
    [InlineData("/sequence/events/feed")]
    [InlineData("/sequence/throws")]
    [InlineData("/sequence/throws-later")]
    public async Task A_failure_before_the_first_item_is_answered_by_the_applications_handler_alone(string path)
    {
        var feed = await FeedClient.BeginAsync(handling);
        var answering = handling.BeginAsync(path);
        await feed.FailAsync("secret");
        using var response = await answering;
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("handled", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/sequence/feed", "[\"one\"")]
    [InlineData("/sequence/events/feed", "data: one\n\n")]
    public async Task A_failure_on_the_way_cuts_the_answer(string path, string first)
    {
        var feed = await FeedClient.BeginAsync(app);
        await feed.GiveAsync("one");
        using var response = await app.BeginAsync(path);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Assert.Equal(first, await FeedClient.ReadAsync(body, first.Length));

        await feed.FailAsync("secret");
        await Assert.ThrowsAnyAsync<IOException>(() => FeedClient.ReadAsync(body, 1));
        await feed.EndedAsync();
    }
}
