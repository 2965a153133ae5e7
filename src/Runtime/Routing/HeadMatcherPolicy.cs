using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace Upwire;

/// <summary>
/// Endpoints for GET answer HEAD, too (RFC 9110, section 9.3.2). One that somebody wrote for HEAD, on the same route, goes before them.
/// </summary>
internal sealed class HeadMatcherPolicy : MatcherPolicy, IEndpointComparerPolicy
{
    // After ASP.NET Core's comparison of whether endpoints have methods at all (-1000).
    public override int Order => -900;

    public IComparer<Endpoint> Comparer { get; } = Comparer<Endpoint>.Create(static (x, y) => IsForHead(y).CompareTo(IsForHead(x)));

    private static bool IsForHead(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods: var methods }
        && methods.Contains(HttpMethods.Head)
        && !methods.Contains(HttpMethods.Get);
}
