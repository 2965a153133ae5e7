using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Upwire.CompilerServices;

namespace Upwire.Runtime.Tests;

/// <summary>A server on a free port of 127.0.0.1, whose endpoints are mapped as generated code maps them.</summary>
internal sealed class KestrelHost : IAsyncDisposable
{
    private KestrelHost(WebApplication app, LogCapture log)
    {
        App = app;
        Log = log;
        Address = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public WebApplication App { get; }

    public LogCapture Log { get; }

    public Uri Address { get; }

    /// <summary>Starts a server with one endpoint, at <c>/ws</c>.</summary>
    public static async Task<KestrelHost> StartAsync(
        Func<WebSocketConnection, Task> handler,
        WebSocketSettings? settings = null,
        TimeProvider? time = null,
        Action<ListenOptions>? listen = null,
        Action<WebApplication>? configure = null,
        Action<UpwireWebSocketOptions>? options = null,
        Action<IServiceCollection>? configureServices = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var log = new LogCapture();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(log);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen ?? (_ => { })));
        builder.Services.AddUpwire(upwire => options?.Invoke(upwire.WebSockets));
        configureServices?.Invoke(builder.Services);
        if (time is not null)
        {
            builder.Services.AddSingleton(time);
        }

        var app = builder.Build();
        configure?.Invoke(app);
        Map(app, settings ?? new(), handler);
        await Within.Time(app.StartAsync(), "the server to start");
        return new(app, log);
    }

    public static void Map(WebApplication app, WebSocketSettings settings, Func<WebSocketConnection, Task> handler)
    {
        var endpoint = new WebSocketEndpoint(settings, app.Services);
        var answer = endpoint.Handle(context => new(endpoint.RunAsync(context, handler)));
        app.MapMethods("/ws", ["GET", "CONNECT"], answer);
        app.Map("/any-method", answer);
    }

    public async ValueTask DisposeAsync()
    {
        await Within.Time(App.StopAsync(), "the server to stop");
        await App.DisposeAsync();
    }
}
