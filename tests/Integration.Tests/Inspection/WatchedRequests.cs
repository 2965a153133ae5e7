using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Inspection;

/// <summary>How requests ended that ask to be watched by a header; their clients may not be there any more to see it.</summary>
internal sealed class WatchedRequests
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _ends = [];

    /// <summary>The status of a request that has ended, and what was thrown out of the pipeline.</summary>
    public Task<string> EndOfAsync(string id) => Find(id).Task.WaitAsync(Patience.Limit);

    public async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers["X-Watch"].ToString() is not { Length: > 0 } id)
        {
            await next(context);
            return;
        }

        // By then the server has logged what there is to log.
        string end = "";
        context.Response.OnCompleted(() =>
        {
            Find(id).TrySetResult(end);
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
            end = context.Response.StatusCode.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception exception)
        {
            end = $"{context.Response.StatusCode} {exception}";
            throw;
        }
    }

    private TaskCompletionSource<string> Find(string id) =>
        _ends.GetOrAdd(id, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
