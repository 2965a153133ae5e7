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
        var connect = _app.ConnectAsync("/quotes/ACME", origin, Stop);
        if (isAllowed)
        {
            (await connect).Dispose();
        }
        else
        {
            Assert.Contains("403", (await Assert.ThrowsAsync<InvalidOperationException>(() => connect)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_closes_watches_no_more()
    {
        using var socket = await _app.ConnectAsync("/quotes/ACME", stop: Stop);
        await TickerApp.ReceiveAsync(socket, Stop);
        Assert.Equal(1, _app.Market.WatcherCount);

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Stop);

        // The handler ends a moment after the close frame has been answered.
        while (_app.Market.WatcherCount > 0)
        {
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
