using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Upwire;

/// <summary>
/// Lets one path serve HTTP and WebSocket: an upgrade request sees the WebSocket endpoints, any other one the HTTP
/// endpoints. Endpoints that are not Upwire's are left alone.
/// </summary>
internal sealed class WebSocketMatcherPolicy : MatcherPolicy, INodeBuilderPolicy, IEndpointSelectorPolicy, IEndpointComparerPolicy
{
    // Before the split by HTTP method (-1000), so that its 405 answers name only the methods of the right kind.
    public override int Order => -1100;

    // On one route, an upgrade is for the WebSocket endpoint rather than for another's that takes any request.
    public IComparer<Endpoint> Comparer { get; } = Comparer<Endpoint>.Create(static (x, y) => IsWebSocket(y).CompareTo(IsWebSocket(x)));

    bool INodeBuilderPolicy.AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        !ContainsDynamicEndpoints(endpoints) && ContainsOurs(endpoints);

    bool IEndpointSelectorPolicy.AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        ContainsDynamicEndpoints(endpoints) && ContainsOurs(endpoints);

    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Endpoint> endpoints)
    {
        var edges = new List<PolicyNodeEdge>(2);
        foreach (bool isUpgrade in (ReadOnlySpan<bool>)[true, false])
        {
            var visible = Visible(endpoints, isUpgrade);
            if (visible.Count > 0)
            {
                edges.Add(new PolicyNodeEdge(isUpgrade, visible));
            }
        }

        return edges;
    }

    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges)
    {
        int Destination(bool isUpgrade)
        {
            foreach (var edge in edges)
            {
                if (edge.State is bool state && state == isUpgrade)
                {
                    return edge.Destination;
                }
            }

            return exitDestination;
        }

        return new UpgradeJumpTable(upgrade: Destination(true), plain: Destination(false));
    }

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        bool isUpgrade = UpgradeRequest.IsUpgrade(httpContext);
        bool onlyWebSockets = true;
        for (int i = 0; i < candidates.Count; i++)
        {
            onlyWebSockets &= !candidates.IsValidCandidate(i) || IsWebSocket(candidates[i].Endpoint);
        }

        for (int i = 0; i < candidates.Count; i++)
        {
            if (candidates.IsValidCandidate(i) && !IsVisible(candidates[i].Endpoint, isUpgrade, onlyWebSockets))
            {
                candidates.SetValidity(i, false);
            }
        }

        return Task.CompletedTask;
    }

    // Loops, here and below: this is done for every path when the application starts.
    private static List<Endpoint> Visible(IReadOnlyList<Endpoint> endpoints, bool isUpgrade)
    {
        bool onlyWebSockets = true;
        for (int i = 0; i < endpoints.Count && onlyWebSockets; i++)
        {
            onlyWebSockets = IsWebSocket(endpoints[i]);
        }

        var visible = new List<Endpoint>();
        for (int i = 0; i < endpoints.Count; i++)
        {
            if (IsVisible(endpoints[i], isUpgrade, onlyWebSockets))
            {
                visible.Add(endpoints[i]);
            }
        }

        return visible;
    }

    // A plain request sees a WebSocket endpoint where there is nothing else, so that it is told to upgrade (426) instead
    // of 404. A catch-all says nothing about which paths exist: it stays out of the way of static files and fallbacks.
    private static bool IsVisible(Endpoint endpoint, bool isUpgrade, bool onlyWebSockets) =>
        endpoint.Metadata.GetMetadata<EndpointKind>() is not { } kind
        || (kind == EndpointKind.WebSocket
            ? isUpgrade || (onlyWebSockets && !IsCatchAll(endpoint))
            : !isUpgrade);

    private static bool IsCatchAll(Endpoint endpoint) =>
        endpoint is RouteEndpoint { RoutePattern.Parameters: { Count: > 0 } parameters } && parameters[^1].IsCatchAll;

    private static bool IsWebSocket(Endpoint endpoint) => endpoint.Metadata.GetMetadata<EndpointKind>() == EndpointKind.WebSocket;

    private static bool ContainsOurs(IReadOnlyList<Endpoint> endpoints)
    {
        for (int i = 0; i < endpoints.Count; i++)
        {
            if (endpoints[i].Metadata.GetMetadata<EndpointKind>() is not null)
            {
                return true;
            }
        }

        return false;
    }

    private sealed class UpgradeJumpTable(int upgrade, int plain) : PolicyJumpTable
    {
        public override int GetDestination(HttpContext httpContext) => UpgradeRequest.IsUpgrade(httpContext) ? upgrade : plain;
    }
}
