using System.Net.WebSockets;

namespace Upwire.Integration.Tests.WebSockets;

/// <summary>Controllers that are told when their connections begin and end.</summary>
public sealed class LifetimeTests(Running<LifetimeApp> app) : IClassFixture<Running<LifetimeApp>>
{
    [Fact]
    public async Task The_beginning_comes_before_the_first_message_and_the_end_last()
    {
        using var socket = await app.ConnectAsync("/lifetime/echo");
        await socket.SendAsync("a");
        Assert.Equal("welcome", await socket.ReceiveAsync());
        Assert.Equal("a", await socket.ReceiveAsync());
        await socket.CloseAsync();
        Assert.Equal("connected, a, disconnected 1000", await NextAsync());
    }

    [Fact]
    public async Task A_client_that_vanishes_is_an_end()
    {
        using (var socket = await app.ConnectAsync("/lifetime/echo"))
        {
            Assert.Equal("welcome", await socket.ReceiveAsync());
        }

        Assert.Equal("connected, disconnected ", await NextAsync());
    }

    [Fact]
    public async Task A_handler_that_throws_is_an_end()
    {
        using var socket = await app.ConnectAsync("/lifetime/echo");
        await socket.SendAsync("throw");
        Assert.Equal("welcome", await socket.ReceiveAsync());
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.InternalServerError, socket.CloseStatus);
        await socket.CloseAsync();
        Assert.Equal("connected, throw, disconnected 1011", await NextAsync());
        Assert.Contains("thrown by the handler", await app.TakeFailuresAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_beginning_that_throws_closes_with_1011_and_has_an_end()
    {
        using var socket = await app.ConnectAsync("/lifetime/echo?throw");
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.InternalServerError, socket.CloseStatus);
        await socket.CloseAsync();
        Assert.Equal("connected, disconnected 1011", await NextAsync());
        Assert.Contains("thrown at the beginning", await app.TakeFailuresAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_beginning_may_close()
    {
        using var socket = await app.ConnectAsync("/lifetime/echo?close");
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal((WebSocketCloseStatus)4001, socket.CloseStatus);
        await socket.CloseAsync();
        Assert.Equal("connected, disconnected 4001", await NextAsync());
    }

    [Fact]
    public async Task An_end_that_throws_is_logged()
    {
        using var socket = await app.ConnectAsync("/lifetime/connection?end", static options => options.SetRequestHeader("X-Watch", "end"));
        Assert.Equal("welcome", await socket.ReceiveAsync());
        Assert.Equal("talk", await socket.ReceiveAsync());
        Assert.Null(await socket.ReceiveAsync());
        await socket.CloseAsync();
        Assert.Equal("connected, disconnected 1000", await NextAsync());
        await app.EndOfAsync("end");
        Assert.Contains("thrown at the end", await app.TakeFailuresAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/lifetime/connection")]
    [InlineData("/lifetime/static")]
    public async Task Every_handler_of_the_controller_is_told_of(string path)
    {
        using var socket = await app.ConnectAsync(path);
        Assert.Equal("welcome", await socket.ReceiveAsync());
        Assert.Equal("talk", await socket.ReceiveAsync());
        Assert.Null(await socket.ReceiveAsync());
        await socket.CloseAsync();
        Assert.Equal("connected, disconnected 1000", await NextAsync());
    }

    [Fact]
    public async Task A_connection_that_was_refused_has_no_life()
    {
        using var refused = await app.SendUpgradeAsync("/lifetime/echo", origin: "https://evil.example");
        using var socket = await app.ConnectAsync("/lifetime/connection");
        Assert.Equal("welcome", await socket.ReceiveAsync());
        await socket.CloseAsync();
        Assert.Equal("connected, disconnected 1000", await NextAsync());
    }

    private Task<string> NextAsync() => app.Client.GetStringAsync("/lifetime/next", TestContext.Current.CancellationToken);
}
