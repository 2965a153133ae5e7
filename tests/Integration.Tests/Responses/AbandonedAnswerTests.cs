namespace Upwire.Integration.Tests.Responses;

/// <summary>Clients that leave in the middle of an answer: an application of its own for each, whose log says whether that was a failure.</summary>
public sealed class AbandonedAnswerTests
{
    [Theory]
    [InlineData("/binary/feed/stream", "one")]
    [InlineData("/binary/feed/pipe", "one")]
    [InlineData("/sequence/feed", "[\"one\"")]
    [InlineData("/sequence/events/feed", "data: one\n\n")]
    public async Task What_is_given_away_ends_when_the_client_leaves(string path, string first)
    {
        var app = new FeedApp();
        var feed = app.Feeds.Begin();
        await app.InitializeAsync();
        await using (app)
        {
            feed.Give("one");
            using (var response = await app.BeginAsync(path))
            {
                await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
                Assert.Equal(first, await FeedApp.ReadAsync(body, first.Length));
            }

            await feed.Ended;
        }

        Assert.Empty(app.Failures.Lines);
    }
}
