using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application with the middleware that attributes speak to.</summary>
public sealed class MiddlewareApp : AppDefinition
{
    public const string Origin = "https://site.example";

    protected override void ConfigureServices(WebApplicationBuilder builder)
    {
        base.ConfigureServices(builder);
        builder.Services.AddCors(static cors => cors.AddPolicy("site", static policy => policy.WithOrigins(Origin)));
        builder.Services.AddOutputCache();
        builder.Services.AddRequestTimeouts();
        builder.Services.AddRateLimiter(static limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy("none", static _ => RateLimitPartition.Get("", static _ => new ClosedLimiter()));
        });
    }

    protected override void Configure(WebApplication app)
    {
        app.UseCors();
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseOutputCache();
        app.MapGroup("/v1").MapUpwire();
        app.MapGet("/link", static (LinkGenerator links, int? id, string path) =>
            links.GetPathByName("named", new RouteValueDictionary { ["id"] = id, ["path"] = path }) ?? "none");
    }
}
