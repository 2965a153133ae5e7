using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Upwire.CompilerServices;

namespace Upwire.Runtime.Tests;

/// <summary>What becomes of endpoints when the code is changed while it runs. The runtime does no more than call the handler.</summary>
[Collection(nameof(HotReload))]
public sealed class HotReloadTests : IAsyncLifetime
{
    private readonly LogCapture _log = new(RouteLog.Category);
    private Action<EndpointModule> _map = static endpoints => MapGet(endpoints, "/one");
    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.Services.AddUpwire();
        _app = builder.Build();
        EndpointModule.Map(_app.MapGroup("/v1"), endpoints => _map(endpoints)).WithDisplayName("named");
        await Within.Time(_app.StartAsync(), "the application to start");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public void NET_finds_the_handler()
    {
        var handler = typeof(EndpointModule).Assembly.GetCustomAttributes<System.Reflection.Metadata.MetadataUpdateHandlerAttribute>().Single().HandlerType;

        // By its name, of any accessibility (see MetadataUpdateHandlerAttribute).
        Assert.Equal([typeof(Type[])], handler.GetMethod("UpdateApplication", BindingFlags.Static | BindingFlags.Public)!.GetParameters().Select(static parameter => parameter.ParameterType));
    }

    [Fact]
    public async Task What_was_added_answers_what_was_removed_does_not_and_conventions_hold()
    {
        Assert.Equal(HttpStatusCode.OK, await GetAsync("/v1/one"));
        Assert.Equal(HttpStatusCode.NotFound, await GetAsync("/v1/two"));

        _map = static endpoints => MapGet(endpoints, "/two");
        HotReload.UpdateApplication(null);

        Assert.Equal(HttpStatusCode.NotFound, await GetAsync("/v1/one"));
        Assert.Equal(HttpStatusCode.OK, await GetAsync("/v1/two"));
        Assert.Equal("named", _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Single().DisplayName);
        Assert.Equal("Hot reload: the endpoints are mapped anew (1).", _log.Entries.Last().Message);
    }

    [Fact]
    public async Task What_cannot_be_mapped_changes_nothing()
    {
        _map = static _ => throw new NotSupportedException("not now");
        HotReload.UpdateApplication(null);

        Assert.Equal(HttpStatusCode.OK, await GetAsync("/v1/one"));
        var (level, _, exception) = _log.Entries.Last();
        Assert.Equal((LogLevel.Error, "not now"), (level, exception?.Message));
    }

    [Fact]
    public async Task An_application_that_has_ended_is_left_alone()
    {
        await _app.DisposeAsync();
        int entries = _log.Entries.Count;

        HotReload.UpdateApplication(null);

        Assert.Equal(entries, _log.Entries.Count);
    }

    [Fact]
    public void An_application_that_has_ended_is_not_kept()
    {
        var module = MapInAnotherApplication();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(module.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference MapInAnotherApplication()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddUpwire();
        return new(EndpointModule.Map(builder.Build(), static _ => { }));
    }

    private static void MapGet(EndpointModule endpoints, string pattern) =>
        endpoints.MapHttp("GET", pattern, ((Delegate)MapGet).Method, [], static _ => static _ => Task.CompletedTask);

    private async Task<HttpStatusCode> GetAsync(string path)
    {
        using var client = _app.GetTestClient();
        using var response = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
