using System.Text;

namespace Upwire.Integration.Tests.Responses;

/// <summary>Gives an application what it answers with, and reads the answer bit by bit.</summary>
public sealed class FeedClient
{
    private readonly TestedApp _app;

    private FeedClient(TestedApp app) => _app = app;

    /// <summary>Begins a feed, which the next answers are made of.</summary>
    public static async Task<FeedClient> BeginAsync(TestedApp app)
    {
        var feed = new FeedClient(app);
        await feed.PostAsync("begin");
        return feed;
    }

    /// <summary>Reads so many bytes of an answer, and no more.</summary>
    public static async Task<string> ReadAsync(Stream body, int count)
    {
        byte[] bytes = new byte[count];
        await body.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience.Limit);
        return Encoding.UTF8.GetString(bytes);
    }

    public Task GiveAsync(string item) => PostAsync($"give?item={item}");

    public Task EndAsync() => PostAsync("end");

    public Task FailAsync(string message) => PostAsync($"end?failure={message}");

    /// <summary>Ends when whoever read the feed has let go of it.</summary>
    public async Task EndedAsync()
    {
        using var response = await _app.Client.GetAsync("/feed/ended", TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private async Task PostAsync(string what)
    {
        using var response = await _app.Client.PostAsync($"/feed/{what}", null, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
