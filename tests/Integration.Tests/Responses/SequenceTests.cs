using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Responses;

public sealed class SequenceTests(FeedApp app, SequenceTests.HandlingApp handling) : IClassFixture<FeedApp>, IClassFixture<SequenceTests.HandlingApp>
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
        var feed = app.Feeds.Begin();
        var beginning = app.BeginAsync(path);
        feed.Give("one");
        using var response = await beginning;
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Assert.Equal(first, await FeedApp.ReadAsync(body, first.Length));

        feed.Give("two");
        Assert.Equal(second, await FeedApp.ReadAsync(body, second.Length));

        feed.End();
        using var rest = new StreamReader(body);
        Assert.Equal(end, await rest.ReadToEndAsync(TestContext.Current.CancellationToken));
        await feed.Ended;
    }

    [Theory]
    [InlineData("/sequence/feed")]
    [InlineData("/sequence/events/feed")]
    [InlineData("/sequence/throws")]
    [InlineData("/sequence/throws-later")]
    public async Task A_failure_before_the_first_item_is_a_failure(string path)
    {
        var feed = app.Feeds.Begin();
        var answering = app.BeginAsync(path);
        feed.End(new InvalidOperationException("secret"));
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
        var feed = handling.Feeds.Begin();
        var answering = handling.BeginAsync(path);
        feed.End(new InvalidOperationException("secret"));
        using var response = await answering;
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("handled", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/sequence/feed", "[\"one\"")]
    [InlineData("/sequence/events/feed", "data: one\n\n")]
    public async Task A_failure_on_the_way_cuts_the_answer(string path, string first)
    {
        var feed = app.Feeds.Begin();
        feed.Give("one");
        using var response = await app.BeginAsync(path);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Assert.Equal(first, await FeedApp.ReadAsync(body, first.Length));

        feed.End(new InvalidOperationException("secret"));
        await Assert.ThrowsAnyAsync<IOException>(() => FeedApp.ReadAsync(body, 1));
        await feed.Ended;
    }

    public sealed class HandlingApp : FeedApp
    {
        protected override void Configure(WebApplication app)
        {
            app.UseExceptionHandler(static failed => failed.Run(static context => context.Response.WriteAsync("handled")));
            base.Configure(app);
        }
    }
}
