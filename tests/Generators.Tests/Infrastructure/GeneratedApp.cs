using System.Reflection;
using System.Runtime.Loader;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Upwire.Generators.Tests.Infrastructure;

/// <summary>A project that was generated, compiled, loaded and started: its endpoints can be called.</summary>
internal sealed class GeneratedApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly AssemblyLoadContext _assemblies;

    private GeneratedApp(WebApplication app, AssemblyLoadContext assemblies)
    {
        _app = app;
        _assemblies = assemblies;
        Client = app.GetTestClient();
    }

    public HttpClient Client { get; }

    public WebSocketClient WebSockets => _app.GetTestServer().CreateWebSocketClient();

    public static Task<GeneratedApp> StartAsync(params string[] sources) => StartAsync(static _ => { }, static _ => { }, sources);

    public static async Task<GeneratedApp> StartAsync(Action<WebApplicationBuilder> configure, Action<IEndpointConventionBuilder> convene, params string[] sources)
    {
        var run = GeneratorTest.Run(sources);
        using var image = new MemoryStream();
        var emitted = run.Output.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;

        var assemblies = new AssemblyLoadContext(null, isCollectible: true);
        var assembly = assemblies.LoadFromStream(image);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddUpwire();
        configure(builder);
        var app = builder.Build();
        convene(MapUpwire(assembly, app));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, assemblies);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _assemblies.Unload();
    }

    private static IEndpointConventionBuilder MapUpwire(Assembly assembly, IEndpointRouteBuilder app) =>
        (IEndpointConventionBuilder)assembly.GetType("Upwire.UpwireEndpointRouteBuilderExtensions")!
            .GetMethod("MapUpwire", BindingFlags.Static | BindingFlags.NonPublic)!
            .Invoke(null, [app])!;
}
