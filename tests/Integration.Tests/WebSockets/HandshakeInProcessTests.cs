using System.Net;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Upwire.Integration.Tests.WebSockets;

/// <summary>What methods of controllers decide about a connection, over HTTP/2 and in <c>TestServer</c>: as over HTTP/1.1.</summary>
public sealed class HandshakeInProcessTests
{
    private const string Accepted = "/verified/protocols/verified?allow=true&choose=v1";
    private const string Refused = "/verified/protocols/verified?allow=false&choose=v1";
    private const string Answered = "/verified/result/7?refuse=you";
    private const string NotOffered = "/verified/protocols/verified?allow=true&choose=v3";
    private const string Required = "/verified/protocols/required";
    private const string Unbound = "/verified/faults/x";

    [Fact]
    public async Task Over_HTTP_2_a_connection_is_accepted_with_its_sub_protocol()
    {
        await using var app = await StartOverHttp2Async();
        using var socket = CreateOverHttp2();
        await ConnectAsync(app, socket, Accepted);
        Assert.Equal("v1", socket.SubProtocol);
        Assert.Equal("v1, offered v2+v1", await ReceiveAsync(socket));
    }

    [Theory]
    [InlineData(Refused, HttpStatusCode.Unauthorized)]
    [InlineData(Answered, (HttpStatusCode)418)]
    [InlineData(NotOffered, HttpStatusCode.InternalServerError)]
    [InlineData(Required, HttpStatusCode.BadRequest)]
    [InlineData(Unbound, HttpStatusCode.BadRequest)]
    [InlineData("/verified/failing", HttpStatusCode.InternalServerError)]
    [InlineData("/verified/either/7?refuse=well", HttpStatusCode.InternalServerError)]
    public async Task Over_HTTP_2_it_is_refused(string path, HttpStatusCode expected)
    {
        await using var app = await StartOverHttp2Async();
        using var socket = CreateOverHttp2();
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(app, socket, path));
        Assert.Equal(expected, socket.HttpStatusCode);
    }

    [Fact]
    public async Task In_TestServer_a_connection_is_accepted_with_its_sub_protocol()
    {
        await using var app = await StartAsync(static host => host.UseTestServer());
        using var socket = await ConnectAsync(app, Accepted);
        Assert.Equal("v1", socket.SubProtocol);
        Assert.Equal("v1, offered v2+v1", await ReceiveAsync(socket));
    }

    [Theory]
    [InlineData(Refused, "401")]
    [InlineData(Answered, "418")]
    [InlineData(NotOffered, "'v3'")]
    [InlineData(Required, "400")]
    [InlineData(Unbound, "400")]
    [InlineData("/verified/failing", "thrown while verifying")]
    public async Task In_TestServer_it_is_refused(string path, string expected)
    {
        await using var app = await StartAsync(static host => host.UseTestServer());
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ConnectAsync(app, path));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    private static Task<WebApplication> StartOverHttp2Async() =>
        StartAsync(static host => host.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2)));

    private static async Task<WebApplication> StartAsync(Action<IWebHostBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        configure(builder.WebHost);
        var app = new PlainApp().Build(builder);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static ClientWebSocket CreateOverHttp2()
    {
        var socket = new ClientWebSocket();
        socket.Options.HttpVersion = HttpVersion.Version20;
        socket.Options.HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.AddSubProtocol("v2");
        socket.Options.AddSubProtocol("v1");
        return socket;
    }

    private static async Task ConnectAsync(WebApplication app, ClientWebSocket socket, string path)
    {
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var uri = new Uri(address.Replace("http://", "ws://", StringComparison.Ordinal) + path);
        await socket.ConnectAsync(uri, new HttpMessageInvoker(new SocketsHttpHandler()), default).WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    private static Task<WebSocket> ConnectAsync(WebApplication app, string path)
    {
        var client = app.GetTestServer().CreateWebSocketClient();
        client.SubProtocols.Add("v2");
        client.SubProtocols.Add("v1");
        return client.ConnectAsync(new Uri("ws://localhost" + path), default).WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
    }

    private static async Task<string> ReceiveAsync(WebSocket socket)
    {
        byte[] buffer = new byte[100];
        var received = await socket.ReceiveAsync(buffer, default).WaitAsync(Patience.Limit, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, received.Count);
    }
}
