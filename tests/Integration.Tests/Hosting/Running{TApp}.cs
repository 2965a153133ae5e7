using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Upwire.Integration.Tests;

/// <summary>An application in the test's own process, on Kestrel, at a loopback port of its own.</summary>
public sealed class Running<TApp> : TestedApp, IAsyncLifetime
    where TApp : AppDefinition, new()
{
    private WebApplication? _app;

    public override HttpClient Client { get; } = CreateClient();

    public async ValueTask InitializeAsync()
    {
        var definition = new TApp();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = definition.Environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");

        _app = definition.Build(builder);
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
    }
}
