using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Upwire.CompilerServices;

namespace Upwire.Runtime.Tests;

/// <summary>What the log tells of endpoints when an application starts.</summary>
[Collection(nameof(HotReload))]
public sealed class RouteTableTests
{
    private static readonly string[] Table =
    [
        $"GET        /v1/a/{{id:int}}  RouteTableTests.Find   Hosts/RouteTableTests.cs:{LineOfFind}",
        $"POST       /v1/b           RouteTableTests.Add    Hosts/RouteTableTests.cs:{LineOfAdd}",
        $"WebSocket  /v1/b           RouteTableTests.Watch  Hosts/RouteTableTests.cs:{LineOfWatch}",
    ];

    private static int LineOfFind => Line() + 1;
    internal static string Find(int id) => $"{id}";

    private static int LineOfAdd => Line() + 1;
    internal static async Task Add() => await Task.Yield();

    // On one line, because an optimized build does not know that of an opening brace.
    private static int LineOfWatch => Line() + 1;
    internal static async IAsyncEnumerable<string> Watch() { await Task.Yield(); yield return ""; }

    [Fact]
    public async Task In_Development_it_is_a_table_with_the_places_of_the_handlers()
    {
        var log = await StartAsync("Development", LogLevel.Information, Map);

        var (level, message, _) = Assert.Single(log.Entries);
        Assert.Equal(LogLevel.Information, level);
        Assert.Equal(["Endpoints (3):", .. Table], message.Split('\n').Select(static line => line.Replace('\\', '/')));
    }

    [Fact]
    public async Task Elsewhere_it_is_their_number_and_each_where_details_are_wanted()
    {
        var log = await StartAsync("Production", LogLevel.Debug, Map);

        Assert.Equal(
            [
                "Endpoints: 3.",
                "GET /v1/a/{id:int} is answered by RouteTableTests.Find.",
                "POST /v1/b is answered by RouteTableTests.Add.",
                "WebSocket /v1/b is answered by RouteTableTests.Watch.",
            ],
            log.Entries.Select(static entry => entry.Message));

        Assert.Equal("Endpoints: 3.", Assert.Single((await StartAsync("Production", LogLevel.Information, Map)).Entries).Message);
    }

    [Fact]
    public async Task Where_MapUpwire_was_not_called_it_says_so()
    {
        var log = await StartAsync("Production", LogLevel.Information, static _ => { });

        var (level, message, _) = Assert.Single(log.Entries);
        Assert.Equal(LogLevel.Warning, level);
        Assert.Contains("Call app.MapUpwire()", message, StringComparison.Ordinal);
    }

    private static async Task<LogCapture> StartAsync(string environment, LogLevel level, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = ProjectFolder() });
        var log = new LogCapture(RouteLog.Category);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().SetMinimumLevel(level).AddProvider(log);
        builder.Services.AddUpwire();
        await using var app = builder.Build();
        map(app);
        await Within.Time(app.StartAsync(TestContext.Current.CancellationToken), "the application to start");
        return log;
    }

    private static void Map(WebApplication app)
    {
        var flags = System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic;
        EndpointModule.Map(app.MapGroup("/v1"), module =>
        {
            module.MapHttp("POST", "/b", typeof(RouteTableTests).GetMethod(nameof(Add), flags)!, [], static _ => static _ => Task.CompletedTask);
            module.MapHttp("GET", "/a/{id:int}", typeof(RouteTableTests).GetMethod(nameof(Find), flags)!, [], static _ => static _ => Task.CompletedTask);
            module.MapWebSocket("/b", typeof(RouteTableTests).GetMethod(nameof(Watch), flags)!, [], static _ => static _ => Task.CompletedTask);
        });
    }

    private static int Line([CallerLineNumber] int line = 0) => line;

    private static string ProjectFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(Path.GetDirectoryName(file))!;
}
