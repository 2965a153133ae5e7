using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Upwire.Runtime.Tests;

public sealed class ExceptionHandlerTests
{
    private readonly InvalidOperationException _failure = new("secret");

    [Fact]
    public async Task The_first_that_handles_an_exception_is_the_last_that_is_asked_and_nothing_is_logged()
    {
        var asked = new List<string>();
        var first = new Handler((_, _) => Answer(asked, "first", false));
        var second = new Handler((_, exception) => Answer(asked, $"second {exception.Message}", true));
        var third = new Handler((_, _) => Answer(asked, "third", true));
        await using var host = await StartAsync(first, second, third);
        using var client = await RawWebSocketClient.OpenAsync(host.Address);

        Assert.Equal("Close 1011 ''", (await client.ReceiveCloseAsync()).ToString());
        await client.SendAsync(ClientFrame.Close(1011));
        await client.ExpectEndAsync();

        Assert.Equal(["first", "second secret"], asked);
        Assert.Empty(host.Log.Warnings);
    }

    [Fact]
    public async Task It_may_close_with_a_status_of_its_own()
    {
        await using var host = await StartAsync(new Handler(async (socket, _) =>
        {
            await socket.CloseAsync((WebSocketCloseStatus)4000, "try later");
            return true;
        }));
        using var client = await RawWebSocketClient.OpenAsync(host.Address);

        Assert.Equal("Close 4000 'try later'", (await client.ReceiveCloseAsync()).ToString());
        await client.SendAsync(ClientFrame.Close(4000));
        await client.ExpectEndAsync();
    }

    [Fact]
    public async Task What_nobody_handles_is_logged_and_so_is_a_handler_that_fails()
    {
        var broken = new NotSupportedException("broken");
        await using var host = await StartAsync(new Handler((_, _) => throw broken), new Handler((_, _) => new(false)));
        using var client = await RawWebSocketClient.OpenAsync(host.Address);

        Assert.Equal("Close 1011 ''", (await client.ReceiveCloseAsync()).ToString());
        Assert.Equal([(LogLevel.Error, (Exception?)broken), (LogLevel.Error, _failure)], host.Log.Warnings.Select(entry => (entry.Level, entry.Exception)));
        await client.SendAsync(ClientFrame.Close(1011));
        await client.ExpectEndAsync();
    }

    private static ValueTask<bool> Answer(List<string> asked, string name, bool isHandled)
    {
        asked.Add(name);
        return new(isHandled);
    }

    private Task<KestrelHost> StartAsync(params IWebSocketExceptionHandler[] handlers) =>
        KestrelHost.StartAsync(_ => throw _failure, configureServices: services =>
        {
            foreach (var handler in handlers)
            {
                services.AddSingleton(handler);
            }
        });

    private sealed class Handler(Func<WebSocketConnection, Exception, ValueTask<bool>> handle) : IWebSocketExceptionHandler
    {
        public ValueTask<bool> TryHandleAsync(WebSocketConnection socket, Exception exception, CancellationToken cancellationToken) => handle(socket, exception);
    }
}
