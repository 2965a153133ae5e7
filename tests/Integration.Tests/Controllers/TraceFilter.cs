using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>Writes into a header that it was there, and stops whom the query says.</summary>
public abstract class TraceFilter(string name) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.Append("X-Trace", name);
        return context.HttpContext.Request.Query["stop"] == name
            ? new(Results.Text($"stopped by {name}", statusCode: StatusCodes.Status409Conflict))
            : next(context);
    }
}
