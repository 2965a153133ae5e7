using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Upwire.Integration.Tests.Controllers;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application with one filter around all endpoints, which does what a request's query asks of it.</summary>
public sealed class FilteringApp : AppDefinition
{
    protected override void Configure(WebApplication app) => app.MapUpwire().AddEndpointFilter(FilterAsync);

    private static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var query = invocation.HttpContext.Request.Query;
        if (query.ContainsKey("stop"))
        {
            return Results.Text("stopped", statusCode: StatusCodes.Status409Conflict);
        }

        if (query.ContainsKey("change"))
        {
            invocation.Arguments[0] = (int)invocation.Arguments[0]! + 1;
        }

        object? result = await next(invocation);
        return query.ContainsKey("replace") ? $"replaced {result}"
            : query.ContainsKey("json") ? (Point)result! with { X = 0 }
            : result;
    }
}
