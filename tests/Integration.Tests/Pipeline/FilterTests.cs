using System.Net;
using System.Net.WebSockets;

namespace Upwire.Integration.Tests.Pipeline;

/// <summary>One filter around all endpoints, which does what a request's query asks of it.</summary>
public sealed class FilterTests(Running<FilteringApp> app) : IClassFixture<Running<FilteringApp>>
{
    [Theory]
    [InlineData("/filtered/7", "7 n GET")]
    [InlineData("/filtered/7?name=x", "7 x GET")]
    [InlineData("/filtered/7?change=1", "8 n GET")]
    [InlineData("/filtered/7?replace=1", "replaced 7 n GET")]
    [InlineData("/filtered/7/point", """{"x":7,"y":7}""")]
    [InlineData("/filtered/7/point?change=1", """{"x":8,"y":8}""")]
    [InlineData("/filtered/shapes", """[{"$type":"circle","radius":1},{"$type":"circle","radius":2}]""")]
    [InlineData("/filtered/7/point?json=1", """{"x":0,"y":7}""")]
    [InlineData("/filtered/many?a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9", "45")]
    [InlineData("/filtered/many?a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9&change=1", "46")]
    public async Task A_filter_sees_and_changes_arguments_and_results(string path, string expected) =>
        Assert.Equal(expected, await app.Client.GetStringAsync(path, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("/filtered/7?stop=1", 409, "stopped")]
    [InlineData("/filtered/7/point?stop=1", 409, "stopped")]
    public async Task A_filter_answers_instead_of_the_handler(string path, int status, string body)
    {
        using var response = await app.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Null_through_a_filter_is_not_found()
    {
        using var response = await app.Client.GetAsync("/filtered/0/point", TestContext.Current.CancellationToken);
        await Problem.ReadAsync(response, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_handler_without_a_result_goes_through_a_filter()
    {
        using var response = await app.Client.PostAsync("/filtered/7/nothing?change=1", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["8"], response.Headers.GetValues("X-Id"));
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_result_through_a_filter_writes_itself()
    {
        using var response = await app.Client.PostAsync("/filtered/7/task", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("accepted 7", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_does_not_bind_reaches_no_filter()
    {
        using var response = await app.Client.GetAsync("/filtered/x?stop=1", TestContext.Current.CancellationToken);
        await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/filtered/7/ws", "socket 7")]
    [InlineData("/filtered/7/ws?change=1", "socket 8")]
    public async Task A_filter_changes_the_arguments_of_a_WebSocket(string path, string expected)
    {
        using var socket = await app.ConnectAsync(path);
        Assert.Equal(expected, await socket.ReceiveAsync());
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task A_filter_stops_a_WebSocket_before_the_upgrade()
    {
        using var response = await app.SendUpgradeAsync("/filtered/7/ws?stop=1");
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("stopped", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    // The connection has ended by then: there is nobody to write it to.
    [Fact]
    public async Task What_a_filter_returns_after_a_connection_is_dropped()
    {
        using var socket = await app.ConnectAsync("/filtered/7/ws?replace=1", options => options.SetRequestHeader("X-Watch", "replaced"));
        Assert.Equal("socket 7", await socket.ReceiveAsync());
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
        Assert.Equal("101", await app.EndOfAsync("replaced"));
        Assert.Empty(await app.TakeFailuresAsync());
    }
}
