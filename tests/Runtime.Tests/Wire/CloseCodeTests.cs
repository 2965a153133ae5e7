using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Upwire.Runtime.Tests;

public sealed class CloseCodeTests
{
    private const int LimitOfSize = 1000;
    private const int LimitOfFragments = 3;

    // More than the buffers of both ends take in: who ends the connection without having read it resets it.
    private const int Much = 4 * 1024 * 1024;

    [Fact]
    public async Task A_handler_that_returns_closes_with_1000()
    {
        await using var host = await KestrelHost.StartAsync(_ => Task.CompletedTask);
        using var client = await RawWebSocketClient.OpenAsync(host.Address);

        await ExpectCloseAsync(client, 1000, "");

        Assert.Empty(host.Log.Warnings);
    }

    [Fact]
    public async Task A_handler_that_throws_closes_with_1011_and_is_logged_once_and_tells_nothing()
    {
        var failure = new InvalidOperationException("secret");
        string? id = null;
        await using var host = await KestrelHost.StartAsync(socket =>
        {
            id = socket.Id;
            throw failure;
        });
        using var client = await RawWebSocketClient.OpenAsync(host.Address);

        await ExpectCloseAsync(client, 1011, "");

        var (level, message, exception) = Assert.Single(host.Log.Warnings);
        Assert.Equal(LogLevel.Error, level);
        Assert.Same(failure, exception);
        Assert.Contains(id!, message);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(3000)]
    [InlineData(4999)]
    public async Task The_code_of_the_client_is_echoed(int code)
    {
        await using var host = await KestrelHost.StartAsync(Echo.RunAsync);
        using var client = await RawWebSocketClient.OpenAsync(host.Address);
        await client.SendAsync(ClientFrame.Text("x"), ClientFrame.Close(code, "why"));

        Assert.Equal("x", (await client.ReceiveAsync()).Text);
        Assert.Equal($"Close {code} ''", (await client.ReceiveCloseAsync()).ToString());
        await client.ExpectEndAsync();
    }

    [Fact]
    public async Task An_empty_close_frame_is_echoed_empty()
    {
        await using var host = await KestrelHost.StartAsync(Echo.RunAsync);
        using var client = await RawWebSocketClient.OpenAsync(host.Address);
        await client.SendAsync(ClientFrame.EmptyClose());

        Assert.Empty((await client.ReceiveCloseAsync()).Payload);
        await client.ExpectEndAsync();
    }

    public static TheoryData<string, int> Faults => new()
    {
        { "larger than allowed", 1009 },
        { "larger than allowed in sum", 1009 },
        { "more fragments than allowed", 1008 },
        { "text not UTF-8", 1007 },
        { "binary where text is read", 1003 },
        { "not masked", 1002 },
        { "reserved bits", 1002 },
        { "length without sense", 1002 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_is_told_in_the_close_frame_before_a_FIN(string fault, int code)
    {
        await using var host = await KestrelHost.StartAsync(ReadTextAsync, Limits());
        using var client = await RawWebSocketClient.OpenAsync(host.Address);
        await client.WriteAsync(BytesOf(fault));

        Assert.Equal(code, (await client.ReceiveCloseAsync()).CloseCode);
        client.EndSending();
        await client.ExpectEndAsync();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_close_frame_and_the_FIN_come_also_when_much_was_sent_behind_the_fault(string fault, int code)
    {
        await using var host = await KestrelHost.StartAsync(ReadTextAsync, Limits());
        using var client = await RawWebSocketClient.OpenAsync(host.Address);
        await client.WriteAsync([.. BytesOf(fault), .. new byte[Much]]);

        Assert.Equal(code, (await client.ReceiveCloseAsync()).CloseCode);
        client.EndSending();
        await client.ExpectEndAsync();
    }

    [Theory]
    [InlineData(1005, 1002)]
    [InlineData(999, 1002)]
    public async Task A_close_frame_that_breaks_a_rule_is_answered_with_the_rule(int code, int answer)
    {
        await using var host = await KestrelHost.StartAsync(Echo.RunAsync);
        using var client = await RawWebSocketClient.OpenAsync(host.Address);
        await client.SendAsync(ClientFrame.Close(code));

        Assert.Equal(answer, (await client.ReceiveCloseAsync()).CloseCode);
        await client.ExpectEndAsync();
    }

    [Theory]
    [InlineData(999, 1002)]
    [InlineData(1000, 1000)]
    public async Task The_close_frame_and_the_FIN_come_also_when_something_was_sent_behind_a_close_frame(int code, int answer)
    {
        await using var host = await KestrelHost.StartAsync(Echo.RunAsync);
        for (int i = 0; i < 5; i++)
        {
            using var client = await RawWebSocketClient.OpenAsync(host.Address);
            await client.WriteAsync([.. ClientFrame.Close(code).ToBytes(), .. new byte[64 * 1024]]);

            Assert.Equal(answer, (await client.ReceiveCloseAsync()).CloseCode);
            client.EndSending();
            await client.ExpectEndAsync();
        }
    }

    [Fact]
    public async Task A_reason_that_is_not_UTF8_closes_with_1007()
    {
        await using var host = await KestrelHost.StartAsync(Echo.RunAsync);
        using var client = await RawWebSocketClient.OpenAsync(host.Address);
        await client.SendAsync(new ClientFrame(Opcode.Close, ClientFrame.ClosePayload(1000, [0xFF])));

        await ReadCloseAsync(client, 1007, "text is not UTF-8");
    }

    [Theory]
    [InlineData("""{"Count":"many"}""", "$.Count")]
    [InlineData("no JSON", "$")]
    public async Task JSON_that_does_not_fit_closes_with_1007_and_the_path_is_in_the_log_only(string json, string path)
    {
        await using var host = await KestrelHost.StartAsync(
            async socket =>
            {
                await foreach (var order in socket.ReadAllJsonAsync<Order>())
                {
                    await socket.SendJsonAsync(order);
                }
            });
        using var client = await RawWebSocketClient.OpenAsync(host.Address);
        await client.SendAsync(ClientFrame.Text("""{"Count":3}"""), ClientFrame.Text(json));

        Assert.Contains("3", (await client.ReceiveAsync()).Text);
        await ExpectCloseAsync(client, 1007, "invalid message");
        Assert.Contains(host.Log.Entries, entry => entry.Level == LogLevel.Information && entry.Message.Contains($"at {path};", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_stops_closes_with_1001_and_waits_for_no_timeout()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await KestrelHost.StartAsync(
            socket =>
            {
                entered.TrySetResult();
                return Echo.RunAsync(socket);
            },
            time: new FakeTimeProvider());
        using var client = await RawWebSocketClient.OpenAsync(host.Address);
        await Within.Time(entered.Task);

        var stop = host.App.StopAsync();

        // The clock stands still: nothing but the client's answer can end this.
        await ExpectCloseAsync(client, 1001, "the server is shutting down");
        await Within.Time(stop);
    }

    [Fact]
    public async Task A_client_that_never_answers_is_cut_off_after_the_close_timeout()
    {
        var time = new FakeTimeProvider();
        await using var host = await KestrelHost.StartAsync(_ => Task.CompletedTask, new() { CloseTimeout = TimeSpan.FromMinutes(3) }, time);
        using var client = await RawWebSocketClient.OpenAsync(host.Address);
        Assert.Equal(1000, (await client.ReceiveCloseAsync()).CloseCode);

        time.Advance(TimeSpan.FromMinutes(3));

        await client.ExpectAbortAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_client_that_vanishes_ends_the_handler_in_peace(bool isReset)
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await KestrelHost.StartAsync(async socket =>
        {
            entered.SetResult();
            while (await socket.ReceiveAsync() is not null)
            {
            }

            await Within.Cancelled(socket.Closed);
            Assert.Null(socket.CloseStatus);
            ended.SetResult();
            await socket.SendAsync("into the void");
        });
        using var client = await RawWebSocketClient.OpenAsync(host.Address);
        await Within.Time(entered.Task);

        if (isReset)
        {
            client.Reset();
        }
        else
        {
            client.EndSending();
            await client.ExpectAbortAsync();
        }

        await Within.Time(ended.Task);
        await Within.Time(host.App.StopAsync());
        Assert.Empty(host.Log.Warnings);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_handler_that_only_sends_is_interrupted_without_a_complaint(bool isReset)
    {
        await using var host = await KestrelHost.StartAsync(async socket =>
        {
            while (true)
            {
                await socket.SendAsync("tick");
            }
        });
        for (int i = 0; i < 5; i++)
        {
            using var client = await RawWebSocketClient.OpenAsync(host.Address);
            Assert.Equal("tick", (await client.ReceiveAsync()).Text);
            if (isReset)
            {
                client.Reset();
                continue;
            }

            await client.SendAsync(ClientFrame.Close(1000));
            await client.ReceiveUntilCloseAsync();
            await client.ExpectEndAsync();
        }

        await Within.Time(host.App.StopAsync());
        Assert.Empty(host.Log.Warnings);
    }

    private static CompilerServices.WebSocketSettings Limits() => new() { MaxMessageSize = LimitOfSize, MaxFragments = LimitOfFragments };

    private static byte[] BytesOf(string fault) => fault switch
    {
        "larger than allowed" => new ClientFrame(Opcode.Text, []) { DeclaredLength = LimitOfSize + 1 }.ToBytes(),
        "larger than allowed in sum" => ClientFrame.Bytes(new ClientFrame(Opcode.Text, new byte[LimitOfSize]).NotFinal(), new(Opcode.Continuation, [1])),
        "more fragments than allowed" => ClientFrame.Bytes([ClientFrame.Text("x").NotFinal(), .. Enumerable.Repeat(new ClientFrame(Opcode.Continuation, []).NotFinal(), LimitOfFragments)]),
        "text not UTF-8" => ClientFrame.Bytes(new ClientFrame(Opcode.Text, [0xC3, 0x28])),
        "binary where text is read" => ClientFrame.Bytes(ClientFrame.Binary(1)),
        "not masked" => ClientFrame.Bytes(ClientFrame.Text("x") with { Mask = null }),
        "reserved bits" => ClientFrame.Bytes(ClientFrame.Text("x") with { ReservedBits = 4 }),
        "length without sense" => new ClientFrame(Opcode.Text, []) { DeclaredLength = ulong.MaxValue }.ToBytes(),
        _ => throw new UnreachableException(fault),
    };

    private static async Task ReadTextAsync(WebSocketConnection socket)
    {
        await foreach (string text in socket.ReadAllTextAsync())
        {
            await socket.SendAsync(text);
        }
    }

    private static async Task ReadCloseAsync(RawWebSocketClient client, int code, string reason)
    {
        Assert.Equal($"Close {code} '{reason}'", (await client.ReceiveCloseAsync()).ToString());
        await client.ExpectEndAsync();
    }

    private static async Task ExpectCloseAsync(RawWebSocketClient client, int code, string reason)
    {
        Assert.Equal($"Close {code} '{reason}'", (await client.ReceiveCloseAsync()).ToString());
        await client.SendAsync(ClientFrame.Close(code));
        await client.ExpectEndAsync();
    }

    private sealed record Order(int Count);
}
