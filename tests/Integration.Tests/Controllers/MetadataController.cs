using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace Upwire.Integration.Tests.Controllers;

[Upwire.Route("/metadata")]
[EnableCors("site")]
[EnableRateLimiting("none")]
[OutputCache(Duration = 600)]
[RequestTimeout(1)]
[RequestSizeLimit(4)]
[Tags("q\"{0}\\ größe")]
public sealed class MetadataController
{
    private static int _calls;

    [Upwire.HttpPut("/class")]
    public string Limited() => "never";

    [Upwire.HttpGet("/cached")]
    [DisableRateLimiting]
    [DisableRequestTimeout]
    public int Cached() => Interlocked.Increment(ref _calls);

    [Upwire.HttpGet("/fresh")]
    [DisableRateLimiting]
    [DisableRequestTimeout]
    [DisableCors]
    [OutputCache(NoStore = true)]
    public int Fresh() => Interlocked.Increment(ref _calls);

    [Upwire.HttpPost("/slow")]
    [DisableRateLimiting]
    public Task Slow(CancellationToken stop) => Task.Delay(Timeout.Infinite, stop);

    [Upwire.HttpPost("/small")]
    [DisableRateLimiting]
    [DisableRequestTimeout]
    public int Small([Upwire.FromBody] int number) => number;

    [Upwire.HttpPost("/large")]
    [DisableRateLimiting]
    [DisableRequestTimeout]
    [RequestSizeLimit(100)]
    public int Large([Upwire.FromBody] int number) => number;

    [Upwire.HttpDelete("/named/<id:int>/<path..>")]
    [EndpointName("named")]
    [EndpointSummary("A \"summary\" {with} \\ größe")]
    public string Named(int id, string path) => $"{id} {path}";

    [Upwire.HttpPost("/created")]
    [DisableRateLimiting]
    [DisableRequestTimeout]
    public CreatedAtRoute Create() => TypedResults.CreatedAtRoute("named", new RouteValueDictionary { ["id"] = 7, ["path"] = "a/b" });
}
