using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Ticker;

namespace Testing;

public sealed class QuoteTests : IAsyncDisposable
{
    private readonly TickerApp _app = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Http_answers_once()
    {
        using var client = _app.CreateClient();

        var quote = await client.GetFromJsonAsync("/quotes/ACME", TickerJson.Default.Quote, Stop);

        Assert.Equal(new Quote("ACME", 100, _app.Time.GetUtcNow()), quote);
        using var missing = await client.GetAsync("/quotes/NOPE", Stop);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_socket_is_told_of_each_quote()
    {
        using var socket = await _app.ConnectAsync("/quotes/ACME", stop: Stop);
        Assert.Equal(100, (await TickerApp.ReceiveAsync(socket, Stop))?.Price);

        var quote = new Quote("ACME", 101.5m, _app.Time.GetUtcNow());
        _app.Market.Publish(quote);

        Assert.Equal(quote, await TickerApp.ReceiveAsync(socket, Stop));
    }

    [Fact]
    public async Task Prices_are_made_as_time_goes_by()
    {
        using var socket = await _app.ConnectAsync("/quotes/ACME", stop: Stop);
        var first = await TickerApp.ReceiveAsync(socket, Stop);

        // The next one is made when the test says so, and not before.
        _app.Time.Advance(Exchange.Period);

        Assert.Equal(first!.At + Exchange.Period, (await TickerApp.ReceiveAsync(socket, Stop))?.At);
    }

    [Fact]
    public async Task Who_is_slow_gets_the_newest()
    {
        var market = new Market();
        var quote = new Quote("ACME", 1, _app.Time.GetUtcNow());
        market.Publish(quote);
        using var end = new CancellationTokenSource();
        await using var watch = market.WatchAsync("ACME", end.Token).GetAsyncEnumerator(Stop);
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(1, watch.Current.Price);

        for (int price = 2; price <= 5; price++)
        {
            market.Publish(quote with { Price = price });
        }

        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(5, watch.Current.Price);
        await end.CancelAsync();
        Assert.False(await watch.MoveNextAsync());
    }

    [Theory]
    [InlineData(new[] { "quotes.v2", "quotes.v1" }, "quotes.v1")]
    [InlineData(new[] { "quotes.v2" }, null)]
    [InlineData(new string[0], null)]
    public async Task A_sub_protocol_is_agreed_on(string[] offered, string? agreed)
    {
        using var socket = await _app.ConnectAsync("/quotes/ACME", subProtocols: offered, stop: Stop);

        Assert.Equal(agreed, socket.SubProtocol);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("/quotes/ACME/events", "data: {", "}\n\n")]
    [InlineData("/quotes/ACME/stream", "[{", "}]")]
    public async Task What_comes_over_HTTP_ends_with_the_server(string path, string begin, string end)
    {
        var stop = TestContext.Current.CancellationToken;
        using var client = _app.CreateClient();
        using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        _app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        string content = await answer.Content.ReadAsStringAsync(stop);
        Assert.StartsWith(begin, content, StringComparison.Ordinal);
        Assert.EndsWith(end, content, StringComparison.Ordinal);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("/quotes/NOPE/events")]
    [InlineData("/quotes/NOPE/stream")]
    public async Task An_unknown_symbol_is_not_waited_for(string path)
    {
        var stop = TestContext.Current.CancellationToken;
        using var client = _app.CreateClient();
        using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_unknown_symbol_is_told_before_the_upgrade()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => _app.ConnectAsync("/quotes/NOPE", stop: Stop));

        Assert.Contains("404", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost", true)]
    [InlineData("https://evil.example", false)]
    [InlineData(null, true)]
    public async Task Only_pages_of_the_application_itself_may_connect(string? origin, bool isAllowed)
    {
        var connect = _app.ConnectAsync("/quotes/ACME", origin, stop: Stop);
        if (isAllowed)
        {
            (await connect).Dispose();
        }
        else
        {
            Assert.Contains("403", (await Assert.ThrowsAsync<InvalidOperationException>(() => connect)).Message, StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task Who_closes_watches_no_more()
    {
        var stop = TestContext.Current.CancellationToken;
        using var socket = await _app.ConnectAsync("/quotes/ACME", stop: stop);
        await TickerApp.ReceiveAsync(socket, stop);
        Assert.Equal(1, _app.Market.WatcherCount);

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, stop);

        // The handler ends a moment after the close frame has been answered.
        while (_app.Market.WatcherCount > 0)
        {
            stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    [Fact]
    public async Task A_server_that_stops_says_so()
    {
        using var socket = await _app.ConnectAsync("/quotes/ACME", stop: Stop);
        await TickerApp.ReceiveAsync(socket, Stop);

        _app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Null(await TickerApp.ReceiveAsync(socket, Stop));
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.CloseStatus);
    }
}
