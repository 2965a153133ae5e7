using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Upwire.Runtime.Tests;

/// <summary>Compressed messages between Kestrel and .NET's own client.</summary>
public sealed class CompressedConnectionTests
{
    public static TheoryData<WebSocketCompression, bool, bool, int, int> Agreements
    {
        get
        {
            var all = new TheoryData<WebSocketCompression, bool, bool, int, int>();
            foreach (var compression in Enum.GetValues<WebSocketCompression>())
            {
                all.Add(compression, true, true, 15, 15);
                all.Add(compression, false, true, 9, 12);
                all.Add(compression, true, false, 12, 9);
                all.Add(compression, false, false, 9, 9);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Agreements))]
    public async Task Messages_are_echoed_whatever_was_agreed_on(WebSocketCompression compression, bool clientTakesOver, bool serverTakesOver, int clientBits, int serverBits)
    {
        await using var host = await KestrelHost.StartAsync(Echo.RunAsync, new() { Compression = compression, MaxMessageSize = 200_000 });
        using var socket = Client(clientTakesOver, serverTakesOver, clientBits, serverBits);
        await Within.Time(socket.ConnectAsync(new($"ws://{host.Address.Authority}/ws"), default));

        await ExpectEchoesAsync(socket);
    }

    [Fact]
    public async Task Messages_are_compressed_over_HTTP_2()
    {
        await using var host = await KestrelHost.StartAsync(
            Echo.RunAsync, new() { Compression = WebSocketCompression.ContextTakeover, MaxMessageSize = 200_000 }, listen: static options => options.Protocols = HttpProtocols.Http2);
        using var socket = Client(true, true, 15, 15);
        socket.Options.HttpVersion = HttpVersion.Version20;
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        socket.Options.CollectHttpResponseDetails = true;
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        await Within.Time(socket.ConnectAsync(new($"ws://{host.Address.Authority}/ws"), invoker, default));

        Assert.Equal("permessage-deflate", socket.HttpResponseHeaders?["Sec-WebSocket-Extensions"].Single());
        await ExpectEchoesAsync(socket);
    }

    [Fact]
    public async Task The_answer_says_what_was_agreed_on()
    {
        await using var host = await KestrelHost.StartAsync(Echo.RunAsync, options: static options => options.Compression = WebSocketCompression.PerMessage);
        using var client = await RawWebSocketClient.ConnectAsync(host.Address);
        await client.WriteAsync(RawWebSocketClient.Handshake(headers: ("Sec-WebSocket-Extensions", "permessage-deflate; client_max_window_bits")));

        var response = await client.ReadResponseAsync();

        Assert.Equal(101, response.Status);
        Assert.Equal("permessage-deflate; server_no_context_takeover; client_no_context_takeover", response["Sec-WebSocket-Extensions"]);
        byte[] text = Encoding.UTF8.GetBytes(new string('x', 500));
        await client.SendAsync(new DeflatingClient().Frame(Opcode.Text, text));
        var echo = await client.ReceiveAsync();
        Assert.True(echo.IsCompressed);
        Assert.Equal(text, DeflatingClient.Decompress(echo.Payload));
        await client.SendAsync(ClientFrame.Close(1000));
        await client.ReceiveCloseAsync();
        await client.ExpectEndAsync();
    }

    [Fact]
    public async Task Without_an_offer_or_with_one_that_cannot_be_kept_to_nothing_is_compressed()
    {
        await using var host = await KestrelHost.StartAsync(Echo.RunAsync, new() { Compression = WebSocketCompression.PerMessage });
        foreach (string? offer in (string?[])[null, "permessage-deflate; server_max_window_bits=8", "x-other"])
        {
            using var client = await RawWebSocketClient.ConnectAsync(host.Address);
            await client.WriteAsync(RawWebSocketClient.Handshake(headers: ("Sec-WebSocket-Extensions", offer)));

            var response = await client.ReadResponseAsync();

            Assert.Equal(101, response.Status);
            Assert.Empty(response.Headers["Sec-WebSocket-Extensions"]);
            await client.SendAsync(ClientFrame.Text(new string('x', 500)), ClientFrame.Text("y") with { ReservedBits = 4 });
            Assert.False((await client.ReceiveAsync()).IsCompressed);
            Assert.Equal(1002, (await client.ReceiveCloseAsync()).CloseCode);
        }
    }

    [Fact]
    public async Task A_bomb_is_stopped_at_the_limit()
    {
        await using var host = await KestrelHost.StartAsync(Echo.RunAsync, new() { Compression = WebSocketCompression.PerMessage });
        using var client = await RawWebSocketClient.ConnectAsync(host.Address);
        await client.WriteAsync(RawWebSocketClient.Handshake(headers: ("Sec-WebSocket-Extensions", "permessage-deflate")));
        Assert.Equal(101, (await client.ReadResponseAsync()).Status);
        var bomb = new DeflatingClient().Frame(Opcode.Binary, new byte[40 * 1024 * 1024]);
        Assert.True(bomb.Payload.Length < 64 * 1024);

        await client.SendAsync(bomb);

        Assert.Equal("Close 1009 'message is too large'", (await client.ReceiveCloseAsync()).ToString());
        await client.SendAsync(ClientFrame.Close(1009));
        await client.ExpectEndAsync();
    }

    private static ClientWebSocket Client(bool clientTakesOver, bool serverTakesOver, int clientBits, int serverBits)
    {
        var socket = new ClientWebSocket();
        socket.Options.DangerousDeflateOptions = new()
        {
            ClientContextTakeover = clientTakesOver,
            ServerContextTakeover = serverTakesOver,
            ClientMaxWindowBits = clientBits,
            ServerMaxWindowBits = serverBits,
        };
        return socket;
    }

    // Noise, what is alike, and sizes around those of headers and windows; some sent as they are.
    private static async Task ExpectEchoesAsync(ClientWebSocket socket)
    {
        var random = new Random(7);
        byte[] alike = new byte[200_000];
        random.NextBytes(alike.AsSpan(0, 3000));
        for (int i = 3000; i < alike.Length; i++)
        {
            alike[i] = alike[i - 3000 + (i % 7)];
        }

        byte[] noise = new byte[200_000];
        random.NextBytes(noise);
        foreach (int size in (int[])[0, 1, 125, 126, 127, 128, 511, 512, 513, 4096, 32_767, 32_768, 65_535, 65_536, 200_000])
        {
            foreach (byte[] source in (byte[][])[alike, noise])
            {
                var flags = WebSocketMessageFlags.EndOfMessage | (size % 3 == 0 ? WebSocketMessageFlags.DisableCompression : WebSocketMessageFlags.None);
                await Within.Time(socket.SendAsync(source.AsMemory(0, size), WebSocketMessageType.Binary, flags, default).AsTask());
                Assert.True((await Echo.ReceiveAsync(socket)).Data.AsSpan().SequenceEqual(source.AsSpan(0, size)), $"{size} bytes");
            }
        }

        await Within.Time(socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", default));
    }
}
