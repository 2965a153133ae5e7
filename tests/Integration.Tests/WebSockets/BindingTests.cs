using System.Net;
using System.Net.WebSockets;

namespace Upwire.Integration.Tests.WebSockets;

public sealed class BindingTests(Running<ServicesApp> app) : IClassFixture<Running<ServicesApp>>
{
    [Theory]
    [InlineData("/bound/7?color=green", null, "7 Green 3 hello, x HELLO, y")]
    [InlineData("/bound/7?color=0", "9", "7 Red 9 hello, x HELLO, y")]
    public async Task Parameters_bind(string path, string? count, string expected)
    {
        using var socket = await app.ConnectAsync(path, options => options.SetRequestHeader("X-Count", count));
        Assert.Equal(expected, await socket.ReceiveAsync());
    }

    [Fact]
    public async Task What_does_not_bind_is_told_before_the_upgrade()
    {
        using var request = TestedApp.Upgrade("/bound/x?color=blue");
        request.Headers.Add("X-Count", "many");
        using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var problem = await Problem.ReadAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(["X-Count", "color", "id"], problem.Errors!.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["The route parameter 'id' is 'x'; an integer is expected."], problem.Errors["id"]);
        Assert.Equal(["The query parameter 'color' is 'blue'; one of Red, Green is expected."], problem.Errors["color"]);
        Assert.Equal(["The header 'X-Count' is 'many'; an integer is expected."], problem.Errors["X-Count"]);
    }

    [Fact]
    public async Task A_stream_is_bytes_both_ways()
    {
        using var socket = await app.ConnectAsync("/bytes");
        await socket.SendAsync("some bytes");
        Assert.Equal("some bytes", await socket.ReceiveAsync());
        await socket.CloseAsync();
    }

    [Fact]
    public async Task A_failure_of_the_handler_is_logged_and_not_told()
    {
        using var socket = await app.ConnectAsync("/failing");
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.InternalServerError, socket.CloseStatus);
        Assert.Empty(socket.CloseReason ?? "");
        Assert.Contains("secret", await app.TakeFailuresAsync(), StringComparison.Ordinal);
    }
}
