using System.Globalization;
using System.Net;
using System.Net.WebSockets;

namespace Upwire.Integration.Tests.WebSockets;

/// <summary>Which endpoint a request finds, by whether it asks for a WebSocket.</summary>
public sealed class MatchingTests(Running<ForeignEndpointsApp> app) : IClassFixture<Running<ForeignEndpointsApp>>
{
    [Fact]
    public async Task One_path_serves_HTTP_and_WebSocket()
    {
        Assert.Equal("http 7", await app.Client.GetStringAsync("/both/7", TestContext.Current.CancellationToken));
        using var posted = await app.Client.PostAsync("/both/7", null, TestContext.Current.CancellationToken);
        Assert.Equal("posted 7", await posted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var socket = await app.ConnectAsync("/both/7");
        Assert.Equal("socket 7", await socket.ReceiveAsync());
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task An_upgrade_on_a_path_with_only_HTTP_is_not_found_and_runs_nothing()
    {
        int before = int.Parse(await app.Client.GetStringAsync("/http-only", TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
        using var response = await app.SendUpgradeAsync("/http-only");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.False(response.Headers.Contains("X-Called"));
        Assert.Equal($"{before + 1}", await app.Client.GetStringAsync("/http-only", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_plain_GET_of_a_WebSocket_is_told_to_upgrade()
    {
        using var response = await app.Client.GetAsync("/only", TestContext.Current.CancellationToken);
        await Problem.ReadAsync(response, HttpStatusCode.UpgradeRequired);
        Assert.Equal("websocket", response.Headers.Upgrade.ToString());
        Assert.Contains("Upgrade", response.Headers.Connection);
    }

    [Theory]
    [InlineData("/only")]
    [InlineData("/both/7")]
    public async Task An_upgrade_by_POST_is_not_allowed(string path)
    {
        using var response = await app.SendUpgradeAsync(path, HttpMethod.Post);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET"], response.Content.Headers.Allow);
        await Problem.ReadAsync(response, HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_catch_all_takes_any_upgrade()
    {
        using var socket = await app.ConnectAsync("/catch-all/a/b");
        Assert.Equal("caught a/b", await socket.ReceiveAsync());
        using var root = await app.ConnectAsync("/catch-all");
        Assert.Equal("caught ", await root.ReceiveAsync());
    }

    [Fact]
    public async Task A_catch_all_leaves_plain_requests_to_static_files()
    {
        Assert.Equal("a file\n", await app.Client.GetStringAsync("/catch-all/file.txt", TestContext.Current.CancellationToken));
        using var socket = await app.ConnectAsync("/catch-all/file.txt");
        Assert.Equal("caught file.txt", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_plain_request_that_only_a_catch_all_matches_is_not_found()
    {
        using var response = await app.Client.GetAsync("/catch-all/nothing", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/foreign")]
    [InlineData("/catch-all/foreign")]
    public async Task A_foreign_endpoint_sees_requests_of_both_kinds(string path)
    {
        Assert.Equal("foreign", await app.Client.GetStringAsync(path, TestContext.Current.CancellationToken));
        using var upgrade = await app.SendUpgradeAsync(path);
        Assert.Equal(HttpStatusCode.OK, upgrade.StatusCode);
        Assert.Equal("foreign", await upgrade.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/foreign-socket")]
    [InlineData("/catch-all/foreign-socket")]
    public async Task A_foreign_WebSocket_is_accepted_by_its_own_endpoint(string path)
    {
        using var socket = await app.ConnectAsync(path);
        Assert.Equal("foreign socket", await socket.ReceiveAsync());
    }

    // A path of both: what is ours still sees its kind only.
    [Fact]
    public async Task A_foreign_endpoint_shares_a_path_with_a_WebSocket_of_ours()
    {
        using var response = await app.Client.PostAsync("/bytes", null, TestContext.Current.CancellationToken);
        Assert.Equal("foreign post", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var socket = await app.ConnectAsync("/bytes");
        await socket.SendAsync("x");
        Assert.Equal("x", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_foreign_GET_shares_a_path_with_a_WebSocket_of_ours()
    {
        Assert.Equal("foreign get", await app.Client.GetStringAsync("/shared", TestContext.Current.CancellationToken));
        using var socket = await app.ConnectAsync("/shared");
        Assert.Equal("shared", await socket.ReceiveAsync());
    }
}
