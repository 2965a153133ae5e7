using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Upwire;

/// <summary>
/// Prefers, on one route, an endpoint that answers HEAD and nothing else to the GET endpoint that would answer it too.
/// Endpoints that share another method are as ambiguous as ever.
/// </summary>
internal sealed class HeadMatcherPolicy : MatcherPolicy, IEndpointComparerPolicy
{
    // Beside the policy for HTTP methods, which has divided the endpoints by then.
    public override int Order => -1000;

    public IComparer<Endpoint> Comparer { get; } = Comparer<Endpoint>.Create(static (x, y) => IsHeadOnly(y).CompareTo(IsHeadOnly(x)));

    private static bool IsHeadOnly(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods: [var method] } && HttpMethods.IsHead(method);
}
