using System.Net;
using System.Text.Json.Nodes;
using static Microsoft.Playwright.Assertions;

namespace Upwire.Samples.Tests;

/// <summary>The sample Ticker; what it does in detail, samples/Testing tests in memory.</summary>
public sealed class TickerTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private ServerProcess _ticker = null!;
    private HttpClient _client = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ticker = await ServerProcess.StartBuiltAsync("Ticker");
        _client = new HttpClient { BaseAddress = _ticker.Address, Timeout = Patience.Limit };
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await (_ticker?.DisposeAsync() ?? default);
    }

    [Fact]
    public async Task Quotes_come_one_after_the_other()
    {
        using var socket = await TestSocket.ConnectAsync(_ticker.Address, "/quotes/ACME");
        string before = "";
        for (int i = 0; i < 3; i++)
        {
            var quote = JsonNode.Parse((await socket.ReceiveAsync())!)!;
            Assert.Equal("ACME", (string?)quote["symbol"]);
            Assert.NotEqual(before, before = (string)quote["at"]!);
        }
    }

    [Theory]
    [InlineData("/quotes/ACME", "application/json", """{"symbol":"ACME",""")]
    [InlineData("/quotes/ACME/events", "text/event-stream", """data: {"symbol":"ACME",""")]
    [InlineData("/quotes/ACME/stream", "application/json", """[{"symbol":"ACME",""")]
    public async Task They_come_over_HTTP_as_well(string path, string contentType, string begin)
    {
        using var answer = await _client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Stop);
        Assert.Equal((HttpStatusCode.OK, contentType), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        await using var content = await answer.Content.ReadAsStreamAsync(Stop);
        byte[] first = new byte[begin.Length];
        await content.ReadExactlyAsync(first, Stop);
        Assert.Equal(begin, System.Text.Encoding.UTF8.GetString(first));
    }

    [Fact]
    public async Task Who_watches_does_not_keep_the_server_from_stopping()
    {
        using var socket = await TestSocket.ConnectAsync(_ticker.Address, "/quotes/ACME");
        using var events = await _client.GetAsync("/quotes/ACME/events", HttpCompletionOption.ResponseHeadersRead, Stop);

        var stopping = _ticker.StopAsync();

        Assert.EndsWith("\n\n", await events.Content.ReadAsStringAsync(Stop).WaitAsync(Patience.Limit, Stop), StringComparison.Ordinal);
        while (await socket.ReceiveAsync() is not null)
        {
        }

        Assert.Equal(1001, (int?)socket.CloseStatus);
        await socket.CloseAsync();
        await stopping;
    }

    [Fact]
    public async Task The_page_shows_them()
    {
        await using var page = await SamplePage.OpenAsync(browser, _ticker.Address, "ticker");
        foreach (string symbol in (string[])["ACME", "GLOBEX", "INITECH", "UMBRELLA"])
        {
            var card = page.Locator($"[data-symbol={symbol}]");
            await Expect(card.Locator(".state")).ToHaveTextAsync("live");
            await Expect(card.Locator("polyline")).ToHaveAttributeAsync("points", new System.Text.RegularExpressions.Regex("( [0-9]+,.*){9}"));
        }

        await page.CheckAsync();
        await _ticker.StopAsync();
        await Expect(page.Locator("[data-symbol=ACME] .state")).ToHaveTextAsync("connecting…");
    }
}
