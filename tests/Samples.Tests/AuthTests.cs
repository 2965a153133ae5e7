using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using static Microsoft.Playwright.Assertions;

namespace Upwire.Samples.Tests;

/// <summary>The sample Auth: who may connect, and until when.</summary>
public sealed class AuthTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private ServerProcess _auth = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _auth = await ServerProcess.StartBuiltAsync("Auth");
        _client = new HttpClient { BaseAddress = _auth.Address, Timeout = Patience.Limit };
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await (_auth?.DisposeAsync() ?? default);
    }

    [Fact]
    public async Task A_token_is_taken_as_a_sub_protocol_and_not_sent_back()
    {
        using var socket = await ConnectByTokenAsync(static options => options.CollectHttpResponseDetails = true);

        Assert.Equal("chat.v1", socket.Header("Sec-WebSocket-Protocol"));
        await socket.SendAsync("hello");
        Assert.Equal("Ann: hello", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_connection_ends_with_what_it_was_opened_by()
    {
        string token = await IssueAsync("Ann", seconds: 5);
        using var byToken = await ConnectAsync("/token/chat", "chat.v1", $"bearer.{token}");
        string cookie = await SignInAsync("Bob", seconds: 5);
        using var byCookie = await TestSocket.ConnectAsync(_auth.Address, "/cookie/chat", options => options.SetRequestHeader("Cookie", cookie));

        foreach (var socket in (TestSocket[])[byToken, byCookie])
        {
            Assert.Null(await socket.ReceiveAsync());
            Assert.Equal((4401, "sign-in expired"), ((int?)socket.CloseStatus, socket.CloseReason));
        }
    }

    [Theory]
    [InlineData("chat.v1")]
    [InlineData("chat.v1", "bearer.nonsense")]
    public async Task Nobody_gets_401(params string[] subProtocols)
    {
        foreach (string path in (string[])["/token/chat", "/cookie/chat"])
        {
            var refusal = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(path, subProtocols));
            Assert.Contains("401", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_token_alone_is_no_sub_protocol_to_talk_in()
    {
        string token = await IssueAsync("Ann", seconds: 60);
        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync("/token/chat", $"bearer.{token}"));
        Assert.Contains("400", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_taken_from_any_origin()
    {
        using var socket = await ConnectByTokenAsync(static options => options.SetRequestHeader("Origin", "https://partner.example"));

        await socket.SendAsync("hello");
        Assert.Equal("Ann: hello", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_cookie_is_taken_from_pages_of_the_same_origin_only()
    {
        string cookie = await SignInAsync("Bob", seconds: 60);

        using var socket = await ConnectAsync(_auth.Address.GetLeftPart(UriPartial.Authority));
        await socket.SendAsync("hello");
        Assert.Equal("Bob: hello", await socket.ReceiveAsync());

        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync("https://evil.example"));
        Assert.Contains("403", refusal.Message, StringComparison.Ordinal);

        Task<TestSocket> ConnectAsync(string origin) => TestSocket.ConnectAsync(_auth.Address, "/cookie/chat", options =>
        {
            options.SetRequestHeader("Cookie", cookie);
            options.SetRequestHeader("Origin", origin);
        });
    }

    [Fact]
    public async Task The_page_connects_either_way()
    {
        await using var page = await SamplePage.OpenAsync(browser, _auth.Address, "auth");
        var log = page.Locator("#log");
        foreach (string way in (string[])["token", "cookie"])
        {
            await log.EvaluateAsync("log => log.replaceChildren()");
            await page.Locator($"button[value={way}]").ClickAsync();
            await Expect(log).ToContainTextAsync("open, with the sub-protocol chat.v1");
            await Expect(log).ToContainTextAsync("Ann: hello");
            await page.Locator("#text").FillAsync($"by {way}");
            await page.Locator("#say button").ClickAsync();
            await Expect(log).ToContainTextAsync($"Ann: by {way}");
        }

        await Expect(log).ToContainTextAsync("closed: 4401 sign-in expired");
        await Expect(page.Locator("#text")).ToBeDisabledAsync();
        await page.Locator("button[value=nobody]").ClickAsync();
        await Expect(log).ToContainTextAsync("closed: 1006");
        await page.CheckAsync();
    }

    private Task<TestSocket> ConnectAsync(string path, params string[] subProtocols) =>
        TestSocket.ConnectAsync(_auth.Address, path, options => Array.ForEach(subProtocols, options.AddSubProtocol));

    private async Task<TestSocket> ConnectByTokenAsync(Action<ClientWebSocketOptions> configure)
    {
        string token = await IssueAsync("Ann", seconds: 60);
        return await TestSocket.ConnectAsync(_auth.Address, "/token/chat", options =>
        {
            options.AddSubProtocol("chat.v1");
            options.AddSubProtocol($"bearer.{token}");
            configure(options);
        });
    }

    private async Task<string> IssueAsync(string user, int seconds)
    {
        using var answer = await _client.PostAsJsonAsync("/token", new { user, seconds }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string> SignInAsync(string user, int seconds)
    {
        using var answer = await _client.PostAsJsonAsync("/cookie", new { user, seconds }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }
}
