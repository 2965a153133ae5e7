using System.Text;

namespace Upwire.Runtime.Tests;

public sealed class HandshakeTests : IAsyncLifetime
{
    private KestrelHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await KestrelHost.StartAsync(Echo.RunAsync);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_example_of_RFC_6455_is_answered_as_it_says()
    {
        using var client = await RawWebSocketClient.ConnectAsync(_host.Address);
        await client.WriteAsync(RawWebSocketClient.Handshake());

        var response = await client.ReadResponseAsync();

        Assert.Equal(101, response.Status);
        Assert.Equal("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", response["Sec-WebSocket-Accept"]);
        Assert.Equal("websocket", response["Upgrade"]);
        Assert.Equal("Upgrade", response["Connection"]);
        Assert.Empty(response.Headers["Sec-WebSocket-Extensions"]);
        Assert.Empty(response.Headers["Sec-WebSocket-Protocol"]);
        await CloseAsync(client);
    }

    [Fact]
    public async Task Frames_may_come_in_the_packet_of_the_handshake()
    {
        using var client = await RawWebSocketClient.OpenAsync(_host.Address, firstBytes: ClientFrame.Bytes(ClientFrame.Text("early"), ClientFrame.Ping("too")));

        Assert.Equal(["Pong [3] 'too'", "Text [5] 'early'"], new[] { await client.ReceiveAsync(), await client.ReceiveAsync() }.Select(frame => frame.ToString()).Order());
        await CloseAsync(client);
    }

    [Fact]
    public async Task A_handshake_may_come_byte_by_byte()
    {
        using var client = await RawWebSocketClient.ConnectAsync(_host.Address);
        foreach (byte one in Encoding.ASCII.GetBytes(RawWebSocketClient.Handshake()))
        {
            await client.WriteAsync([one]);
        }

        Assert.Equal(101, (await client.ReadResponseAsync()).Status);
        await CloseAsync(client);
    }

    [Theory]
    [InlineData("Connection: keep-alive, Upgrade\r\nUpgrade: websocket")]
    [InlineData("Connection: keep-alive\r\nConnection: Upgrade\r\nUpgrade: websocket")]
    [InlineData("connection: UPGRADE\r\nUPGRADE: WebSocket")]
    [InlineData("Connection: upgrade\r\nUpgrade: h2c, websocket")]
    [InlineData("Connection:keep-alive , Upgrade\r\nUpgrade:websocket")]
    public async Task The_headers_may_be_written_in_many_ways(string headers)
    {
        using var client = await RawWebSocketClient.ConnectAsync(_host.Address);
        await client.WriteAsync($"GET /ws HTTP/1.1\r\nHost: localhost\r\n{headers}\r\nSec-WebSocket-Key: {RawWebSocketClient.Key}\r\nSec-WebSocket-Version: 13\r\n\r\n");

        Assert.Equal(101, (await client.ReadResponseAsync()).Status);
        await CloseAsync(client);
    }

    [Fact]
    public async Task A_path_of_nobody_is_not_found() => Assert.Equal(404, (await RequestAsync(RawWebSocketClient.Handshake("/elsewhere"))).Status);

    [Fact]
    public async Task A_plain_request_is_told_to_upgrade()
    {
        var response = await RefusalAsync(426, RawWebSocketClient.Handshake(headers: [("Upgrade", null), ("Connection", null)]));

        Assert.Equal("websocket", response["Upgrade"]);
        Assert.Equal("Upgrade", response["Connection"]);
    }

    [Fact]
    public async Task An_upgrade_to_something_else_is_told_to_what() =>
        Assert.Equal("websocket", (await RefusalAsync(426, RawWebSocketClient.Handshake(headers: ("Upgrade", "h2c"))))["Upgrade"]);

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Only_GET_opens_a_WebSocket(string method) =>
        Assert.Equal("GET", (await RefusalAsync(405, RawWebSocketClient.Handshake("/any-method", method)))["Allow"]);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA")] // 15 bytes
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAA=")] // 17 bytes
    [InlineData("dGhlIHNhbXBsZSBub25jZQ")] // not padded
    [InlineData("!GhlIHNhbXBsZSBub25jZQ==")]
    [InlineData("dGhl IHNhbXBsZSBub25jZQ==")]
    public async Task A_key_that_is_not_16_bytes_is_refused(string? key) =>
        await RefusalAsync(400, RawWebSocketClient.Handshake(headers: ("Sec-WebSocket-Key", key)));

    [Fact]
    public async Task Two_keys_are_refused() =>
        await RefusalAsync(400, RawWebSocketClient.Handshake(headers: [("Sec-WebSocket-Key", RawWebSocketClient.Key), ("sec-websocket-key", RawWebSocketClient.Key)]));

    [Theory]
    [InlineData(null)]
    [InlineData("keep-alive")]
    [InlineData("close")]
    public async Task A_connection_header_without_upgrade_is_refused(string? connection) =>
        await RefusalAsync(400, RawWebSocketClient.Handshake(headers: ("Connection", connection)));

    [Theory]
    [InlineData(null)]
    [InlineData("8")]
    [InlineData("14")]
    [InlineData("13, 8")]
    [InlineData("013")]
    public async Task Another_version_is_told_the_right_one(string? version) =>
        Assert.Equal("13", (await RefusalAsync(426, RawWebSocketClient.Handshake(headers: ("Sec-WebSocket-Version", version))))["Sec-WebSocket-Version"]);

    [Fact]
    public async Task HTTP_1_0_cannot_be_upgraded() => await RefusalAsync(426, RawWebSocketClient.Handshake(version: "HTTP/1.0"));

    [Fact]
    public async Task A_server_that_stops_takes_no_new_connection()
    {
        using var client = await RawWebSocketClient.ConnectAsync(_host.Address);
        await client.WriteAsync("GET /elsewhere HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.Equal(404, (await client.ReadResponseAsync()).Status);
        _host.App.Lifetime.StopApplication();

        await client.WriteAsync(RawWebSocketClient.Handshake());
        var response = await client.ReadResponseAsync();

        Assert.Equal(503, response.Status);
        Assert.Equal("5", response["Retry-After"]);
        Assert.Equal("application/problem+json", response["Content-Type"]);
    }

    // A page of http://localhost, http://localhost:8080, http://[::1] and so on.
    [Theory]
    [InlineData("localhost", "http://localhost")]
    [InlineData("localhost", "http://localhost:80")]
    [InlineData("localhost:80", "http://localhost")]
    [InlineData("localhost:8080", "http://localhost:8080")]
    [InlineData("LOCALHOST:8080", "http://localhost:8080")]
    [InlineData("localhost:8080", "HTTP://LocalHost:8080")]
    [InlineData("[::1]:8080", "http://[::1]:8080")]
    [InlineData("[::1]", "http://[::1]")]
    [InlineData("127.0.0.1", "http://127.0.0.1")]
    [InlineData("xn--bcher-kva.example", "http://xn--bcher-kva.example")]
    [InlineData("localhost", null)]
    public async Task The_same_origin_may_connect_and_so_may_who_has_none(string host, string? origin)
    {
        using var client = await RawWebSocketClient.ConnectAsync(_host.Address);
        await client.WriteAsync(RawWebSocketClient.Handshake(headers: [("Host", host), ("Origin", origin)]));

        Assert.Equal(101, (await client.ReadResponseAsync()).Status);
        await CloseAsync(client);
    }

    [Theory]
    [InlineData("localhost", "http://example.com")]
    [InlineData("localhost", "null")]
    [InlineData("localhost", "")]
    [InlineData("localhost", "file://")]
    [InlineData("localhost", "localhost")]
    [InlineData("localhost", "http://localhost:8080")]
    [InlineData("localhost:8080", "http://localhost")]
    [InlineData("localhost", "https://localhost")]
    [InlineData("localhost:443", "https://localhost")]
    [InlineData("localhost", "http://localhost.example.com")]
    [InlineData("localhost", "http://example.com@localhost.evil")]
    [InlineData("localhost", "http://sub.localhost")]
    [InlineData("[::1]", "http://[::2]")]
    public async Task A_foreign_origin_is_refused(string host, string origin) =>
        await RefusalAsync(403, RawWebSocketClient.Handshake(headers: [("Host", host), ("Origin", origin)]));

    [Fact]
    public async Task Two_origins_are_refused() =>
        await RefusalAsync(403, RawWebSocketClient.Handshake(headers: [("Origin", "http://localhost"), ("origin", "http://localhost")]));

    private static async Task CloseAsync(RawWebSocketClient client)
    {
        await client.SendAsync(ClientFrame.Close(1000));
        Assert.Equal(1000, (await client.ReceiveCloseAsync()).CloseCode);
        await client.ExpectEndAsync();
    }

    private async Task<RawResponse> RefusalAsync(int status, string request)
    {
        var response = await RequestAsync(request);
        Assert.Equal(status, response.Status);
        Assert.Equal("application/problem+json", response["Content-Type"]);
        return response;
    }

    private async Task<RawResponse> RequestAsync(string request)
    {
        using var client = await RawWebSocketClient.ConnectAsync(_host.Address);
        await client.WriteAsync(request);
        return await client.ReadResponseAsync();
    }
}
