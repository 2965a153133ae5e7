using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Upwire;

/// <summary>
/// Answers HEAD wherever one of our endpoints answers GET (RFC 9110, section 9.3.2). For HEAD requests the matcher sees,
/// beside the endpoints of others, a copy of each GET endpoint that takes HEAD; nobody else sees it, so that descriptions and
/// links know one endpoint. An endpoint that somebody wrote for HEAD goes before the copy.
/// </summary>
internal sealed class HeadMatcherPolicy : MatcherPolicy, INodeBuilderPolicy, IEndpointComparerPolicy
{
    private static readonly object IsCopy = new();

    private readonly ConditionalWeakTable<Endpoint, Endpoint> _copies = [];

    // After the split by upgrade (-1100), before that by HTTP method (-1000), which has to find the copies.
    public override int Order => -1050;

    public IComparer<Endpoint> Comparer { get; } = Comparer<Endpoint>.Create(static (x, y) => x.Metadata.Contains(IsCopy).CompareTo(y.Metadata.Contains(IsCopy)));

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        !ContainsDynamicEndpoints(endpoints) && endpoints.Any(AnswersGet);

    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Endpoint> endpoints) =>
    [
        new(true, [.. endpoints, .. endpoints.Where(AnswersGet).Select(endpoint => _copies.GetValue(endpoint, Copy))]),
        new(false, endpoints),
    ];

    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges)
    {
        int head = exitDestination;
        int other = exitDestination;
        foreach (var edge in edges)
        {
            (edge.State is true ? ref head : ref other) = edge.Destination;
        }

        return new HeadJumpTable(head, other);
    }

    private static bool AnswersGet(Endpoint endpoint) =>
        endpoint is RouteEndpoint { RequestDelegate: not null }
        && endpoint.Metadata.GetMetadata<EndpointKind>() == EndpointKind.Http
        && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods: [var method] }
        && HttpMethods.IsGet(method);

    private static RouteEndpoint Copy(Endpoint endpoint)
    {
        var get = (RouteEndpoint)endpoint;
        return new(
            HeadResponse.WithoutBody(get.RequestDelegate!),
            get.RoutePattern,
            get.Order,
            new(get.Metadata.Append(new HttpMethodMetadata([HttpMethods.Head])).Append(IsCopy)),
            get.DisplayName);
    }

    private sealed class HeadJumpTable(int head, int other) : PolicyJumpTable
    {
        public override int GetDestination(HttpContext httpContext) => HttpMethods.IsHead(httpContext.Request.Method) ? head : other;
    }
}
