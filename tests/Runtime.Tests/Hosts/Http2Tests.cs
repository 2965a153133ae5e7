using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Upwire.Runtime.Tests;

public sealed class Http2Tests
{
    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(70_000)]
    [InlineData(1024 * 1024)]
    public async Task Messages_of_every_size_are_echoed(int size)
    {
        await using var host = await StartAsync(Echo.RunAsync);
        using var socket = await ConnectAsync(host);
        byte[] sent = new byte[size];
        new Random(size).NextBytes(sent);

        await Within.Time(socket.SendAsync(sent, WebSocketMessageType.Binary, endOfMessage: true, default));

        Assert.True((await Echo.ReceiveAsync(socket)).Data.AsSpan().SequenceEqual(sent));
        await Within.Time(socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", default));
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task A_sub_protocol_is_agreed_on()
    {
        await using var host = await KestrelHost.StartAsync(
            static connection => connection.SendAsync(connection.SubProtocol!).AsTask(),
            new() { SubProtocols = ["v2", "v1"] },
            listen: options => options.Protocols = HttpProtocols.Http2);
        using var socket = Create();
        socket.Options.AddSubProtocol("v1");
        await Within.Time(socket.ConnectAsync(AddressOf(host), new HttpMessageInvoker(new SocketsHttpHandler()), default));

        Assert.Equal("v1", socket.SubProtocol);
        Assert.Equal("v1"u8.ToArray(), (await Echo.ReceiveAsync(socket)).Data);
    }

    [Fact]
    public async Task The_server_closes()
    {
        await using var host = await StartAsync(socket => socket.CloseAsync((WebSocketCloseStatus)4001, "enough"));
        using var socket = await ConnectAsync(host);

        var result = await Within.Time(socket.ReceiveAsync(new byte[10], default));

        Assert.Equal(WebSocketMessageType.Close, result.MessageType);
        Assert.Equal((WebSocketCloseStatus)4001, socket.CloseStatus);
        Assert.Equal("enough", socket.CloseStatusDescription);
        await Within.Time(socket.CloseOutputAsync((WebSocketCloseStatus)4001, "", default));
    }

    [Fact]
    public async Task A_client_that_vanishes_ends_the_handler()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await StartAsync(async connection =>
        {
            await connection.SendAsync("hello");
            Assert.Null(await connection.ReceiveAsync());
            await Within.Cancelled(connection.Closed);
            ended.SetResult();
        });
        using var socket = await ConnectAsync(host);
        await Echo.ReceiveAsync(socket);

        socket.Abort();

        await Within.Time(ended.Task);
    }

    [Fact]
    public async Task The_server_stops()
    {
        await using var host = await StartAsync(Echo.RunAsync);
        using var socket = await ConnectAsync(host);
        await Within.Time(socket.SendAsync("x"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, default));
        await Echo.ReceiveAsync(socket);

        var stop = host.App.StopAsync();

        Assert.Equal(WebSocketMessageType.Close, (await Within.Time(socket.ReceiveAsync(new byte[10], default))).MessageType);
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.CloseStatus);
        await Within.Time(socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, "", default));
        await Within.Time(stop);
    }

    [Fact]
    public async Task A_foreign_origin_is_refused()
    {
        await using var host = await StartAsync(Echo.RunAsync);

        await ExpectRefusalAsync(host, HttpStatusCode.Forbidden, static options => options.SetRequestHeader("Origin", "http://example.com"));
    }

    [Theory]
    [InlineData(1, null, HttpStatusCode.ServiceUnavailable)]
    [InlineData(null, 1, HttpStatusCode.TooManyRequests)]
    public async Task Beyond_a_limit_a_connection_is_refused_for_a_while(int? max, int? maxPerAddress, HttpStatusCode status)
    {
        await using var host = await KestrelHost.StartAsync(
            Echo.RunAsync,
            listen: static options => options.Protocols = HttpProtocols.Http2,
            options: options => (options.MaxConnections, options.MaxConnectionsPerAddress) = (max, maxPerAddress));
        using var first = await ConnectAsync(host);

        var headers = await ExpectRefusalAsync(host, status);

        Assert.Equal("5", headers["Retry-After"].Single());
        await Within.Time(first.CloseAsync(WebSocketCloseStatus.NormalClosure, "", default));
    }

    [Fact]
    public async Task A_plain_request_is_told_to_upgrade_without_the_headers_of_HTTP_1()
    {
        await using var host = await StartAsync(Echo.RunAsync);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Address, "/ws")) { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };

        using var response = await Within.Time(client.SendAsync(request));

        Assert.Equal(426, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<IReadOnlyDictionary<string, IEnumerable<string>>> ExpectRefusalAsync(KestrelHost host, HttpStatusCode status, Action<ClientWebSocketOptions>? configure = null)
    {
        using var socket = Create();
        socket.Options.CollectHttpResponseDetails = true;
        configure?.Invoke(socket.Options);
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());

        await Assert.ThrowsAsync<WebSocketException>(() => Within.Time(socket.ConnectAsync(AddressOf(host), invoker, default)));

        Assert.Equal(status, socket.HttpStatusCode);
        return socket.HttpResponseHeaders!;
    }

    private static Task<KestrelHost> StartAsync(Func<WebSocketConnection, Task> handler) =>
        KestrelHost.StartAsync(handler, new() { MaxMessageSize = 1024 * 1024 }, listen: options => options.Protocols = HttpProtocols.Http2);

    private static Uri AddressOf(KestrelHost host) => new UriBuilder(host.Address) { Scheme = "ws", Path = "/ws" }.Uri;

    private static ClientWebSocket Create()
    {
        var socket = new ClientWebSocket();
        socket.Options.HttpVersion = HttpVersion.Version20;
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        return socket;
    }

    private static async Task<ClientWebSocket> ConnectAsync(KestrelHost host)
    {
        var socket = Create();
        await Within.Time(socket.ConnectAsync(AddressOf(host), new HttpMessageInvoker(new SocketsHttpHandler()), default));
        return socket;
    }
}
