using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Upwire;

/// <summary>The spans of WebSockets: that of the request ends when the connection begins, and messages that a method is called for have spans of their own.</summary>
internal static class WebSocketTracing
{
    private static readonly ActivitySource Source = new(TelemetryNames.Source);

    /// <summary>Ends the span of the request, with the attributes that ASP.NET Core gives it at its end: else it would last as long as the connection.</summary>
    public static void EndRequest(HttpContext context, string? route)
    {
        if (RequestOf(context) is not { } request)
        {
            return;
        }

        if (request.IsAllDataRequested)
        {
            request.SetTag(TelemetryNames.StatusCode, context.Response.StatusCode);
            request.SetTag(TelemetryNames.Route, route);
            request.SetTag("network.protocol.version", VersionOf(context.Request.Protocol));
            request.DisplayName = $"{context.Request.Method} {route}";
        }

        request.Stop();
    }

    /// <summary>Begins the span of a message: in a trace of its own, linked to the request that opened the connection.</summary>
    /// <returns>The span; null where nobody listens.</returns>
    public static Activity? BeginMessage(WebSocketConnection connection, WebSocketMessage message)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        string? route = EndpointMetrics.RouteOf(connection.HttpContext);
        var tags = new TagList
        {
            { "messaging.system", "websocket" },
            { "messaging.operation.name", "process" },
            { "messaging.operation.type", "process" },
            { "messaging.destination.template", route },
            { "messaging.message.body.size", message.Data.Length },
            { "upwire.connection.id", connection.Id },
        };
        ActivityLink[]? links = RequestOf(connection.HttpContext) is { } request ? [new(request.Context)] : null;
        return Source.StartActivity(ActivityKind.Consumer, parentContext: default, tags, links, name: $"process {route}");
    }

    /// <summary>Tells the span of a message that its handler has failed.</summary>
    public static void Fail(Activity? message, Exception exception)
    {
        message?.SetTag("error.type", exception.GetType().FullName);
        message?.SetStatus(ActivityStatusCode.Error);
    }

    private static Activity? RequestOf(HttpContext context) => context.Features.Get<IHttpActivityFeature>()?.Activity;

    private static string VersionOf(string protocol) => HttpProtocol.IsHttp2(protocol) ? "2" : "1.1";
}
