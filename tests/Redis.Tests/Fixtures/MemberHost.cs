using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Upwire.Redis.Tests;

/// <summary>One server of an application whose only endpoint is that of <see cref="MemberController"/>.</summary>
internal sealed class MemberHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private MemberHost(WebApplication app) => _app = app;

    /// <summary>What Upwire has logged that somebody should look at.</summary>
    public IEnumerable<string> Warnings => _app.Services.GetFakeLogCollector().GetSnapshot()
        .Where(static entry => entry.Level >= LogLevel.Warning && entry.Category!.StartsWith("Upwire.", StringComparison.Ordinal))
        .Select(static entry => entry.ToString());

    public WebSocketGroup Members => _app.Services.GetRequiredService<WebSocketConnections>().Group(MemberController.Group);

    public static async Task<MemberHost> StartAsync(string redis)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddFakeLogging();
        builder.Services.AddUpwire().AddRedis(redis);
        var app = builder.Build();
        app.MapUpwire();
        await Within.Time(app.StartAsync(), "the host to start");
        return new(app);
    }

    /// <summary>Lets connections in, until so many are there.</summary>
    public async Task EnterAsync(int count)
    {
        var client = _app.GetTestServer().CreateWebSocketClient();
        for (int i = 0; i < count; i++)
        {
            await Within.Time(client.ConnectAsync(new Uri("ws://localhost/members"), CancellationToken.None));
        }

        while (Members.Count < count)
        {
            await Task.Yield();
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
