using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Upwire.Runtime.Tests;

public sealed class TestServerTests : IAsyncLifetime
{
    private readonly WebApplication _app = Build();
    private Func<WebSocketConnection, Task> _handler = Echo.RunAsync;

    public async ValueTask InitializeAsync()
    {
        KestrelHost.Map(_app, new() { MaxMessageSize = 1000, SubProtocols = ["v2", "v1"] }, socket => _handler(socket));
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Within.Time(_app.StopAsync());
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData(WebSocketMessageType.Text)]
    [InlineData(WebSocketMessageType.Binary)]
    public async Task Messages_are_echoed(WebSocketMessageType type)
    {
        using var socket = await ConnectAsync();
        for (int i = 0; i < 3; i++)
        {
            await Within.Time(socket.SendAsync("hel"u8.ToArray(), type, endOfMessage: false, default));
            await Within.Time(socket.SendAsync("lo"u8.ToArray(), type, endOfMessage: true, default));
            var (received, data) = await Echo.ReceiveAsync(socket);
            Assert.Equal(type, received);
            Assert.Equal("hello"u8, data);
        }

        await Within.Time(socket.CloseAsync((WebSocketCloseStatus)4000, "bye", default));
        Assert.Equal((WebSocketCloseStatus)4000, socket.CloseStatus);
    }

    [Fact]
    public async Task A_message_to_a_group_reaches_its_members_in_order()
    {
        _handler = async connection =>
        {
            var group = connection.HttpContext.RequestServices.GetRequiredService<WebSocketConnections>().Group("red");
            group.Add(connection);
            await connection.SendAsync("joined");
            await foreach (string text in connection.ReadAllTextAsync())
            {
                await group.SendAsync($"{text} 1");
                await group.SendAsync($"{text} 2");
            }
        };
        using var first = await ConnectAsync();
        await Echo.ReceiveAsync(first);
        using var second = await ConnectAsync();
        await Echo.ReceiveAsync(second);

        await Within.Time(first.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, default));

        foreach (var socket in new[] { first, second })
        {
            Assert.Equal("hello 1", Encoding.UTF8.GetString((await Echo.ReceiveAsync(socket)).Data));
            Assert.Equal("hello 2", Encoding.UTF8.GetString((await Echo.ReceiveAsync(socket)).Data));
        }
    }

    [Fact]
    public async Task A_second_receive_at_once_is_refused()
    {
        Exception? refusal = null;
        _handler = async connection =>
        {
            var first = connection.ReceiveAsync().AsTask();
            refusal = await Record.ExceptionAsync(() => connection.ReceiveAsync().AsTask());
            await connection.SendAsync("refused");
            await first;
        };
        using var socket = await ConnectAsync();
        await Echo.ReceiveAsync(socket);

        Assert.IsType<InvalidOperationException>(refusal);
        await Within.Time(socket.SendAsync("x"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, default));
        await ExpectCloseAsync(socket, WebSocketCloseStatus.NormalClosure);
    }

    [Theory]
    [InlineData("v1", "v1")]
    [InlineData("v3", null)]
    public async Task A_sub_protocol_is_agreed_on(string offered, string? agreed)
    {
        _handler = connection => connection.SendAsync(connection.SubProtocol ?? "none").AsTask();
        using var socket = await ConnectAsync(client => client.SubProtocols.Add(offered));

        Assert.Equal(agreed, socket.SubProtocol);
        Assert.Equal(agreed ?? "none", System.Text.Encoding.UTF8.GetString((await Echo.ReceiveAsync(socket)).Data));
    }

    [Fact]
    public async Task The_handler_returns()
    {
        _handler = _ => Task.CompletedTask;
        using var socket = await ConnectAsync();

        await ExpectCloseAsync(socket, WebSocketCloseStatus.NormalClosure);
    }

    [Fact]
    public async Task The_handler_throws()
    {
        _handler = _ => throw new InvalidOperationException("secret");
        using var socket = await ConnectAsync();

        await ExpectCloseAsync(socket, WebSocketCloseStatus.InternalServerError);
        Assert.True(string.IsNullOrEmpty(socket.CloseStatusDescription));
    }

    [Fact]
    public async Task The_client_closes_while_nobody_receives()
    {
        var seen = new TaskCompletionSource<(WebSocketCloseStatus?, string?)>(TaskCreationOptions.RunContinuationsAsynchronously);
        _handler = async connection =>
        {
            await Within.Cancelled(connection.Closed);
            seen.SetResult((connection.CloseStatus, connection.CloseReason));
        };
        using var socket = await ConnectAsync();

        await Within.Time(socket.CloseAsync((WebSocketCloseStatus)4002, "bye", default));

        Assert.Equal((WebSocketCloseStatus)4002, socket.CloseStatus);
        Assert.Equal(((WebSocketCloseStatus)4002, "bye"), await Within.Time(seen.Task));
    }

    [Fact]
    public async Task A_message_that_is_too_large_closes_with_1009()
    {
        using var socket = await ConnectAsync();
        await Within.Time(socket.SendAsync(new byte[1001], WebSocketMessageType.Binary, endOfMessage: true, default));

        await ExpectCloseAsync(socket, WebSocketCloseStatus.MessageTooBig);
    }

    [Fact]
    public async Task A_cancelled_receive_leaves_the_message_to_the_next()
    {
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _handler = async connection =>
        {
            using var stop = new CancellationTokenSource();
            var receive = connection.ReceiveAsync(stop.Token).AsTask();
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receive);
            cancelled.SetResult();
            await Echo.RunAsync(connection);
        };
        using var socket = await ConnectAsync();
        await Within.Time(cancelled.Task);

        await Within.Time(socket.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, default));

        Assert.Equal("hello"u8.ToArray(), (await Echo.ReceiveAsync(socket)).Data);
        await Within.Time(socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", default));
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddUpwire();
        return builder.Build();
    }

    private static async Task ExpectCloseAsync(WebSocket socket, WebSocketCloseStatus status)
    {
        Assert.Equal(WebSocketMessageType.Close, (await Within.Time(socket.ReceiveAsync(new byte[10], default))).MessageType);
        Assert.Equal(status, socket.CloseStatus);
        await Within.Time(socket.CloseOutputAsync(status, "", default));
    }

    private Task<WebSocket> ConnectAsync(Action<WebSocketClient>? configure = null)
    {
        var client = _app.GetTestServer().CreateWebSocketClient();
        configure?.Invoke(client);
        return Within.Time(client.ConnectAsync(new("ws://localhost/ws"), default));
    }
}
