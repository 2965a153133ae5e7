using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Upwire.Generators.Tests.Infrastructure;

namespace Upwire.Generators.Tests;

/// <summary>What only run time knows: found when the application starts, all of it at once.</summary>
public sealed class StartUpTests
{
    private const string Source = """
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Cors.Infrastructure;
        using Microsoft.AspNetCore.Http.Timeouts;
        using Microsoft.AspNetCore.OutputCaching;
        using Microsoft.AspNetCore.RateLimiting;
        using Upwire;

        public interface IStore;
        public interface IClock;
        public interface IOptional;
        public sealed record Room(int Id);
        public sealed class EnableCorsAttribute(string policy) : Attribute, IEnableCorsAttribute { public string? PolicyName { get; set; } = policy; }

        public sealed class Rooms(IStore store, IOptional? optional = null, IEnumerable<IOptional>? all = null)
        {
            [HttpGet("/a")] public string A() => $"{store}{optional}{all}";
            [HttpGet("/b")] public static string B([FromServices] IClock clock, [FromKeyedServices("wall")] IClock wall, IOptional? other) => "";
            [HttpGet("/c"), Authorize("owners", AuthenticationSchemes = "token")] public static string C() => "";
            [HttpGet("/d"), EnableCors("friends")] public static string D() => "";
            [HttpGet("/e"), EnableRateLimiting("slow")] public static string E() => "";
            [HttpGet("/f"), OutputCache(PolicyName = "long")] public static string F() => "";
            [HttpGet("/g"), RequestTimeout("short")] public static string G() => "";
            [HttpPost("/h")] public static List<Room> H(Room room) => [room];
            [WebSocket("/i")] public Task I(WebSocketConnection socket) => socket.CloseAsync();
        }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_that_is_missing_is_told_at_once()
    {
        var exception = await Assert.ThrowsAsync<UpwireStartUpException>(static () => GeneratedApp.StartAsync(AddServices, static _ => { }, Source));

        Assert.Collection(
            exception.Problems,
            Is("'Room' is read or written as JSON, but no JsonSerializerContext covers it: add [JsonSerializable(typeof(Room))] to a context", "/h => H"),
            Is("'System.Collections.Generic.List`1[Room]' is read or written as JSON", "/h => H"),
            Is("No service of the type 'IClock' is registered: call builder.Services.AddScoped<IClock, ...>()", "/b => B"),
            Is("No service of the type 'IClock' with the key 'wall' is registered: call builder.Services.AddKeyedScoped<IClock, ...>(\"wall\")", "/b => B"),
            Is("No service of the type 'IStore' is registered", "/a => A", "/i => I"),
            Is("There is no CORS policy 'friends'", "/d => D"),
            Is("There is no authentication scheme 'token'", "/c => C"),
            Is("There is no authorization policy 'owners': call builder.Services.AddAuthorizationBuilder().AddPolicy(\"owners\", ...)", "/c => C"),
            Is("There is no output cache policy 'long'", "/f => F"),
            Is("There is no rate limiting policy 'slow'", "/e => E"),
            Is("There is no request timeout policy 'short'", "/g => G"));
        Assert.All(exception.Problems, problem => Assert.Contains($"- {problem}", exception.Message, StringComparison.Ordinal));

        static void AddServices(WebApplicationBuilder builder)
        {
            builder.Services.AddAuthorization().AddCors().AddRateLimiter(static _ => { }).AddOutputCache().AddRequestTimeouts();
            builder.Services.ConfigureHttpJsonOptions(static options => options.SerializerOptions.TypeInfoResolver = System.Text.Json.Serialization.Metadata.JsonTypeInfoResolver.Combine());
        }
    }

    [Fact]
    public async Task The_services_of_what_attributes_ask_for_are_missed()
    {
        var exception = await Assert.ThrowsAsync<UpwireStartUpException>(static () => GeneratedApp.StartAsync(Source));

        Assert.Contains(exception.Problems, static problem => problem.StartsWith("[Authorize] needs the services of authorization: call builder.Services.AddAuthorization()", StringComparison.Ordinal));
        Assert.Contains(exception.Problems, static problem => problem.StartsWith("[EnableCors] needs the services of CORS: call builder.Services.AddCors()", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_application_that_has_all_starts()
    {
        string source = Source
            .Replace("public interface IStore;", "", StringComparison.Ordinal)
            .Replace("public interface IClock;", "", StringComparison.Ordinal)
            .Replace("IStore", "IServiceProvider", StringComparison.Ordinal)
            .Replace("IClock", "Microsoft.Extensions.Hosting.IHostEnvironment", StringComparison.Ordinal);

        await using var app = await GeneratedApp.StartAsync(AddServices, static _ => { }, source);

        Assert.NotEmpty(await app.Client.GetStringAsync("/a", Stop));

        static void AddServices(WebApplicationBuilder builder)
        {
            builder.Services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, NoAuthentication>("token", null);
            builder.Services.AddAuthorizationBuilder().AddPolicy("owners", static policy => policy.RequireClaim("owner"));
            builder.Services
                .AddKeyedSingleton("wall", static (services, _) => services.GetRequiredService<Microsoft.Extensions.Hosting.IHostEnvironment>())
                .AddCors(static options => options.AddPolicy("friends", static _ => { }))
                .AddRateLimiter(static options => options.AddPolicy("slow", static _ => System.Threading.RateLimiting.RateLimitPartition.GetNoLimiter(0)))
                .AddOutputCache(static options => options.AddPolicy("long", static policy => policy.Cache()))
                .AddRequestTimeouts(static options => options.AddPolicy("short", TimeSpan.FromMinutes(1)));
        }
    }

    [Fact]
    public async Task An_application_that_does_not_want_it_is_not_asked()
    {
        await using var app = await GeneratedApp.StartAsync(
            static builder => builder.Services.Configure<UpwireOptions>(static options => options.ValidateOnStart = false),
            static _ => { },
            "using Upwire; public interface IStore; public static class C { [HttpGet(\"/a\")] public static string A() => \"a\"; [HttpGet(\"/b\")] public static string B(IStore store) => \"\"; }");

        Assert.Equal("a", await app.Client.GetStringAsync("/a", Stop));
    }

    [Fact]
    public async Task Endpoints_are_built_once()
    {
        int built = 0;
        await using var app = await GeneratedApp.StartAsync(
            static _ => { },
            endpoints => endpoints.Add(_ => built++),
            "using Upwire; public static class C { [HttpGet(\"/a\")] public static string A() => \"a\"; [HttpGet(\"/b\")] public static string B() => \"b\"; }");
        Assert.Equal(2, built);

        Assert.Equal("a", await app.Client.GetStringAsync("/a", Stop));
        Assert.Equal(2, built);
    }

    private static Action<string> Is(string start, params string[] endpoints) => problem =>
    {
        Assert.StartsWith(start, problem, StringComparison.Ordinal);
        Assert.All(endpoints, endpoint => Assert.Contains(endpoint, problem, StringComparison.Ordinal));
    };

#pragma warning disable CA1812 // Made by the scheme.
    private sealed class NoAuthentication(
        Microsoft.Extensions.Options.IOptionsMonitor<AuthenticationSchemeOptions> options,
        Microsoft.Extensions.Logging.ILoggerFactory logger,
        System.Text.Encodings.Web.UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }
#pragma warning restore CA1812
}
