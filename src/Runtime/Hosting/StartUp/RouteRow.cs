using System.Reflection;
using Microsoft.AspNetCore.Routing;

namespace Upwire;

/// <summary>An endpoint, as the log shows it.</summary>
/// <param name="Method">The HTTP method, or that it is a WebSocket.</param>
/// <param name="Template">The whole route pattern, in ASP.NET Core's syntax.</param>
/// <param name="Handler">The class and the method.</param>
/// <param name="Source">The method's file and line; empty where they are not known.</param>
internal sealed record RouteRow(string Method, string Template, string Handler, string Source)
{
    /// <summary>The rows of endpoints, by their templates.</summary>
    /// <param name="endpoints">The endpoints.</param>
    /// <param name="sources">Finds where handlers stand; null where nobody wants to know.</param>
    public static IReadOnlyList<RouteRow> Of(IEnumerable<RouteEndpoint> endpoints, HandlerSources? sources) =>
    [
        .. endpoints
            .Select(endpoint => Of(endpoint, sources))
            .OrderBy(static row => row.Template, StringComparer.Ordinal)
            .ThenBy(static row => row.Method, StringComparer.Ordinal),
    ];

    private static RouteRow Of(RouteEndpoint endpoint, HandlerSources? sources)
    {
        var handler = endpoint.Metadata.GetMetadata<MethodInfo>();
        return new(
            MethodOf(endpoint),
            endpoint.RoutePattern.RawText ?? "",
            handler is null ? "" : $"{handler.DeclaringType?.Name}.{handler.Name}",
            handler is null || sources is null ? "" : sources.Find(handler));
    }

    // What answers GET answers HEAD: that need not be said of each.
    private static string MethodOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<EndpointKind>() == EndpointKind.WebSocket ? "WebSocket"
        : endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods ? methods[0]
        : "any";
}
