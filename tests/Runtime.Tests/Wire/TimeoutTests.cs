using Microsoft.Extensions.Time.Testing;
using Upwire.CompilerServices;

namespace Upwire.Runtime.Tests;

/// <summary>What a client sees when the server has waited for it long enough.</summary>
public sealed class TimeoutTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_message_that_stays_incomplete_closes_with_1008()
    {
        await using var host = await StartAsync(new() { MessageTimeout = TimeSpan.FromSeconds(2), KeepAliveInterval = Timeout.InfiniteTimeSpan });
        using var client = await RawWebSocketClient.OpenAsync(host.Address);
        await client.SendAsync(ClientFrame.Text("hel").NotFinal());

        var close = await AdvanceUntilAsync(client.ReceiveCloseAsync());

        Assert.Equal("Close 1008 'message took too long to become complete'", close.ToString());
        await client.SendAsync(ClientFrame.Close(1008));
        await client.ExpectEndAsync();
    }

    [Fact]
    public async Task A_client_that_answers_no_ping_is_aborted_without_a_close_frame()
    {
        await using var host = await StartAsync(new() { KeepAliveInterval = TimeSpan.FromSeconds(5), KeepAliveTimeout = TimeSpan.FromSeconds(2) });
        using var client = await RawWebSocketClient.OpenAsync(host.Address);
        for (int i = 0; i < 2; i++)
        {
            Assert.Equal("Ping [0] ''", (await AdvanceUntilAsync(client.ReceiveAsync())).ToString());
            await client.SendAsync(ClientFrame.Pong(), ClientFrame.Text("here"));
            Assert.Equal("here", (await client.ReceiveAsync()).Text);
        }

        Assert.Equal("Ping [0] ''", (await AdvanceUntilAsync(client.ReceiveAsync())).ToString());
        var end = client.ExpectAbortAsync();
        await AdvanceUntilAsync(end.ContinueWith(_ => true, TaskScheduler.Default));
        await end;
    }

    private Task<KestrelHost> StartAsync(WebSocketSettings settings) => KestrelHost.StartAsync(Echo.RunAsync, settings, _time);

    // The server may not have begun to wait yet: the clock goes on until something comes of it.
    private async Task<T> AdvanceUntilAsync<T>(Task<T> task)
    {
        while (await Task.WhenAny(task, Task.Delay(TimeSpan.FromMilliseconds(10))) != task)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        return await task;
    }
}
