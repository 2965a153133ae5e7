using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Integration.Tests.Inspection;

/// <summary>Tells a test, over the wire, what an application does not tell its clients. It stands before the whole pipeline.</summary>
internal sealed class Inspector(FailureLog failures)
{
    private readonly WatchedRequests _watched = new();

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        switch (context.Request.Path.Value)
        {
            case "/inspect/failures":
                await context.Response.WriteAsync(failures.Take());
                break;
            case "/inspect/end":
                await context.Response.WriteAsync(await _watched.EndOfAsync(context.Request.Query["of"].ToString()));
                break;
            case "/inspect/endpoint":
                var endpoints = context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints;
                await context.Response.WriteAsync(EndpointText.Write(endpoints, context.Request.Query["at"].ToString()));
                break;
            default:
                await _watched.WatchAsync(context, next);
                break;
        }
    }
}
