using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Upwire.Integration.Tests;

/// <summary>An application with the controllers of this project, on Kestrel, at a loopback port of its own.</summary>
public class UpwireApp : IAsyncLifetime
{
    private WebApplication? _app;

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, MaxResponseDrainSize = 0 }) { Timeout = Patience.Limit };

    public Uri Address => Client.BaseAddress!;

    public IServiceProvider Services => _app!.Services;

    /// <summary>What went wrong in the application, as its log says.</summary>
    public FailureLog Failures { get; } = new();

    protected virtual string Environment => Environments.Production;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environment });
        builder.Logging.ClearProviders().AddProvider(Failures);
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        ConfigureServices(builder);

        _app = builder.Build();
        Configure(_app);
        await _app.StartAsync();
        Client.BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A request that asks for a WebSocket, well-formed, by a client that may then get an HTTP answer.</summary>
    public static HttpRequestMessage Upgrade(string path, HttpMethod? method = null, string? origin = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.Connection.Add("Upgrade");
        request.Headers.Upgrade.ParseAdd("websocket");
        request.Headers.Add("Sec-WebSocket-Version", "13");
        request.Headers.Add("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return request;
    }

    public Task<HttpResponseMessage> SendUpgradeAsync(string path, HttpMethod? method = null, string? origin = null) =>
        Client.SendAsync(Upgrade(path, method, origin), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    /// <summary>Opens a WebSocket.</summary>
    public Task<TestSocket> ConnectAsync(string path, Action<ClientWebSocketOptions>? configure = null) =>
        TestSocket.ConnectAsync(Address, path, configure);

    /// <summary>Sends bytes as they are and reads what comes back until the server closes the connection.</summary>
    /// <param name="request">The bytes. The server must be asked to close, unless it does so because of what they are.</param>
    /// <param name="andLeave">Whether nothing comes after them. Kestrel may then answer nothing any more.</param>
    public Task<string> SendRawAsync(string request, bool andLeave = false) => RawHttp.SendAsync(Address, request, andLeave);

    protected virtual void ConfigureServices(WebApplicationBuilder builder) => builder.Services.AddUpwire();

    protected virtual void Configure(WebApplication app) => app.MapUpwire();
}
