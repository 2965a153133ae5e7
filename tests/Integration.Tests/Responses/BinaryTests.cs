using System.Net;

namespace Upwire.Integration.Tests.Responses;

public sealed class BinaryTests(Running<FeedApp> app) : IClassFixture<Running<FeedApp>>
{
    private const string Binary = "application/octet-stream";

    [Theory]
    [InlineData("/bytes", Binary, "abc", 3)]
    [InlineData("/nullable-bytes?found=true", Binary, "abc", 3)]
    [InlineData("/no-bytes", Binary, "", 0)]
    [InlineData("/read-only-memory", Binary, "bc", 2)]
    [InlineData("/memory", Binary, "bc", 2)]
    [InlineData("/nullable-memory?found=true", Binary, "bc", 2)]
    [InlineData("/nullable-read-only-memory?found=true", Binary, "bc", 2)]
    [InlineData("/image", "image/png", "abc", 3)]
    [InlineData("/stream", Binary, "bc", 2)]
    [InlineData("/nullable-stream?found=true", Binary, "abc", 3)]
    [InlineData("/pipe", Binary, "abc", null)]
    [InlineData("/nullable-pipe?found=true", Binary, "abc", null)]
    [InlineData("/object?kind=bytes", Binary, "abc", 3)]
    [InlineData("/object?kind=memory", Binary, "abc", 3)]
    [InlineData("/object?kind=read-only-memory", Binary, "abc", 3)]
    [InlineData("/object?kind=stream", Binary, "abc", 3)]
    [InlineData("/object?kind=pipe", Binary, "abc", null)]
    [InlineData("/object?kind=text", "text/plain; charset=utf-8", "abc", 3)]
    [InlineData("/object?kind=result", "text/css", "abc", 3)]
    [InlineData("/object?kind=json", "application/json; charset=utf-8", """{"x":1,"y":2}""", null)]
    public async Task Bytes_are_written_as_they_are(string path, string contentType, string body, int? length)
    {
        using var response = await app.BeginAsync($"/binary{path}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType?.ToString());
        Assert.Equal(length, response.Content.Headers.ContentLength);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/nullable-bytes?found=false")]
    [InlineData("/nullable-memory?found=false")]
    [InlineData("/nullable-read-only-memory?found=false")]
    [InlineData("/nullable-stream?found=false")]
    [InlineData("/nullable-pipe?found=false")]
    [InlineData("/object?kind=none")]
    public async Task Null_is_not_found(string path)
    {
        using var response = await app.Client.GetAsync($"/binary{path}", TestContext.Current.CancellationToken);
        await Problem.ReadAsync(response, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_body_is_handed_back_as_it_comes()
    {
        string text = new('x', 1_000_000);
        using var response = await app.Client.PostAsync("/binary/echo", new StringContent(text), TestContext.Current.CancellationToken);
        Assert.Equal(text, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/binary/feed/stream")]
    [InlineData("/binary/feed/pipe")]
    public async Task What_has_come_is_sent_before_the_rest_and_what_was_read_is_disposed(string path)
    {
        var feed = await FeedClient.BeginAsync(app);
        await feed.GiveAsync("one");
        using var response = await app.BeginAsync(path);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Assert.Equal("one", await FeedClient.ReadAsync(body, 3));

        await feed.GiveAsync("two");
        Assert.Equal("two", await FeedClient.ReadAsync(body, 3));

        await feed.EndAsync();
        Assert.Equal(0, await body.ReadAsync(new byte[1], TestContext.Current.CancellationToken));
        await feed.EndedAsync();
    }

    [Theory]
    [InlineData("/binary/feed/stream")]
    [InlineData("/binary/feed/pipe")]
    public async Task A_failure_on_the_way_cuts_the_answer(string path)
    {
        var feed = await FeedClient.BeginAsync(app);
        await feed.GiveAsync("one");
        using var response = await app.BeginAsync(path);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Assert.Equal("one", await FeedClient.ReadAsync(body, 3));

        await feed.FailAsync("secret");
        await Assert.ThrowsAnyAsync<IOException>(() => FeedClient.ReadAsync(body, 1));
        await feed.EndedAsync();
    }

    [Theory]
    [InlineData("/binary/feed/stream")]
    [InlineData("/binary/feed/pipe")]
    public async Task A_failure_before_the_first_byte_is_a_failure(string path)
    {
        var feed = await FeedClient.BeginAsync(app);
        await feed.FailAsync("secret");
        using var response = await app.BeginAsync(path);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await feed.EndedAsync();
    }
}
