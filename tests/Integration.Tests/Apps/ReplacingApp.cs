using System.IO.Pipelines;
using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application whose filter puts a result of another kind in the place of the handler's.</summary>
public sealed class ReplacingApp : FeedApp
{
    private static IAsyncEnumerable<SseItem<string>> Events => new[] { new SseItem<string>("put") }.ToAsyncEnumerable();

    protected override void Configure(WebApplication app) => app.MapUpwire().AddEndpointFilter(FilterAsync);

    private static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        object? result = await next(invocation);
        return (string?)invocation.HttpContext.Request.Query["put"] switch
        {
            "bytes" => "put"u8.ToArray(),
            "memory" => (ReadOnlyMemory<byte>)"put"u8.ToArray(),
            "stream" => new MemoryStream("put"u8.ToArray()),
            "pipe" => PipeReader.Create(new MemoryStream("put"u8.ToArray())),
            "sequence" => AsyncEnumerable.Range(1, 2),
            "failure" => AsyncEnumerable.Range(1, 1).Select(static int (_) => throw new InvalidOperationException("secret")),
            "events" => Events,
            "result" => TypedResults.ServerSentEvents(Events),
            "text" => "put",
            "null" => null,
            _ => result,
        };
    }
}
