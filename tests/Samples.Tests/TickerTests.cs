using System.Text.Json.Nodes;
using static Microsoft.Playwright.Assertions;

namespace Upwire.Samples.Tests;

/// <summary>The sample Ticker; what it does in detail, samples/Testing tests in memory.</summary>
public sealed class TickerTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private ServerProcess _ticker = null!;

    public async ValueTask InitializeAsync() => _ticker = await Sample.StartAsync("Ticker");

    public ValueTask DisposeAsync() => _ticker?.DisposeAsync() ?? default;

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

    [Fact]
    public async Task They_come_as_server_sent_events_as_well()
    {
        using var client = new HttpClient { BaseAddress = _ticker.Address, Timeout = Patience.Limit };
        using var reader = new StreamReader(await client.GetStreamAsync("/quotes/ACME/events", TestContext.Current.CancellationToken));

        Assert.StartsWith("""data: {"symbol":"ACME",""", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_them()
    {
        var page = await browser.OpenAsync(_ticker.Address);
        foreach (string symbol in (string[])["ACME", "GLOBEX", "INITECH", "UMBRELLA"])
        {
            await Expect(page.Locator($"[data-symbol={symbol}] .state")).ToContainTextAsync("live, ", new() { Timeout = (float)Patience.Limit.TotalMilliseconds });
        }

        string path = Path.Combine(AppContext.BaseDirectory, "Screenshots", "ticker.png");
        await page.ScreenshotAsync(new() { Path = path });
        await page.Context.DisposeAsync();
    }
}
