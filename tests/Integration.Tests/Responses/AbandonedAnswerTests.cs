namespace Upwire.Integration.Tests.Responses;

/// <summary>Clients that leave in the middle of an answer, which is no failure.</summary>
public sealed class AbandonedAnswerTests(Running<FeedApp> app) : IClassFixture<Running<FeedApp>>
{
    [Theory]
    [InlineData("/binary/feed/stream", "one")]
    [InlineData("/binary/feed/pipe", "one")]
    [InlineData("/sequence/feed", "[\"one\"")]
    [InlineData("/sequence/events/feed", "data: one\n\n")]
    public async Task What_is_given_away_ends_when_the_client_leaves(string path, string first)
    {
        var feed = await FeedClient.BeginAsync(app);
        await feed.GiveAsync("one");
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Watch", path } } };
        using (var response = await app.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken))
        {
            await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            Assert.Equal(first, await FeedClient.ReadAsync(body, first.Length));
        }

        await feed.EndedAsync();
        Assert.StartsWith("200", await app.EndOfAsync(path), StringComparison.Ordinal);
        Assert.Empty(await app.TakeFailuresAsync());
    }
}
