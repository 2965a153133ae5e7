using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Upwire.Integration.Tests;

/// <summary>An application with the controllers of this project, on Kestrel, at a loopback port of its own.</summary>
public class UpwireApp : TestedApp, IAsyncLifetime
{
    private WebApplication? _app;

    public override HttpClient Client { get; } = CreateClient();

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

    protected virtual void ConfigureServices(WebApplicationBuilder builder) => builder.Services.AddUpwire();

    protected virtual void Configure(WebApplication app) => app.MapUpwire();
}
