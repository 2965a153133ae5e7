using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Upwire;

/// <summary>Answers that are written while a sequence is read. Nothing is sent before its first item: until then a failure is a 500.</summary>
internal static class SequenceResponse
{
    /// <summary>Writes a JSON array. The serializer sends what it has whenever the sequence makes it wait.</summary>
    public static async Task WriteArrayAsync<T>(HttpContext context, IAsyncEnumerable<T> items, JsonTypeInfo<IAsyncEnumerable<T>> type)
    {
        context.Response.ContentType ??= "application/json; charset=utf-8";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await JsonSerializer.SerializeAsync(context.Response.BodyWriter, items, type, context.RequestAborted);
        }
    }

    /// <summary>
    /// Writes server-sent events, with the headers of ASP.NET Core's <see cref="TypedResults"/>; each is sent at once. They end when the application
    /// stops, which would wait for them in vain: whoever listens connects anew.
    /// </summary>
    public static async Task WriteEventsAsync<T>(HttpContext context, IAsyncEnumerable<SseItem<T>> events, JsonTypeInfo<T>? type)
    {
        var headers = context.Response.Headers;
        headers.ContentType = "text/event-stream";
        headers.CacheControl = "no-cache,no-store";
        headers.Pragma = "no-cache";
        headers.ContentEncoding = "identity";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        context.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        using var data = new EventData<T>(type);
        var stopping = context.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            await SseFormatter.WriteAsync(events, context.Response.Body, data.Write, end.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested && !context.RequestAborted.IsCancellationRequested)
        {
            // A whole answer: no event says how many there are.
        }
    }
}
