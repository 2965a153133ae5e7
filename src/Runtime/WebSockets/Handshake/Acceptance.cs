using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Net.Http.Headers;

namespace Upwire;

/// <summary>The last step of the handshake: the answer that makes a WebSocket of the request, and the bytes behind it.</summary>
internal static class Acceptance
{
    /// <summary>Whether the host frames messages itself, and has judged the handshake by its own rules: TestServer does.</summary>
    public static bool IsByHost(HttpContext context) =>
        !UpgradeRequest.IsExtendedConnect(context)
        && context.Features.Get<IHttpUpgradeFeature>() is not { IsUpgradableRequest: true }
        && context.Features.Get<IHttpWebSocketFeature>() is { IsWebSocketRequest: true };

    public static async Task<WebSocketChannel> AcceptAsync(HttpContext context, string? subProtocol, ConnectionLimits limits, EndpointMetrics metrics, TimeProvider time)
    {
        LiftRequestLimits(context);
        if (IsByHost(context))
        {
            var socket = await context.Features.GetRequiredFeature<IHttpWebSocketFeature>().AcceptAsync(new WebSocketAcceptContext { SubProtocol = subProtocol });
            var hosted = new SystemWebSocketChannel(socket, limits, metrics, time);
            hosted.Start();
            return hosted;
        }

        if (subProtocol is not null)
        {
            context.Response.Headers.SecWebSocketProtocol = subProtocol;
        }

        var deflate = DeflateNegotiation.Negotiate(context.Request.Headers.SecWebSocketExtensions, limits.Compression, out string? extensions);
        if (deflate is not null)
        {
            context.Response.Headers.SecWebSocketExtensions = extensions;
        }

        var transport = UpgradeRequest.IsExtendedConnect(context) ? await AcceptConnectAsync(context) : await UpgradeAsync(context);
        var channel = new FrameChannel(transport, limits, metrics, time, deflate, context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>());
        channel.Start();
        return channel;
    }

    // RFC 8441 5: no key, no accept, just 200.
    private static async Task<IDuplexPipe> AcceptConnectAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        return new StreamTransport(await context.Features.GetRequiredFeature<IHttpExtendedConnectFeature>().AcceptAsync());
    }

    private static async Task<IDuplexPipe> UpgradeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.Connection = HeaderNames.Upgrade;
        headers.Upgrade = "websocket";
        headers.SecWebSocketAccept = AcceptKey.Compute(context.Request.Headers.SecWebSocketKey.ToString());
        var upgrade = context.Features.GetRequiredFeature<IHttpUpgradeFeature>();
        var transport = FindTransport(context, upgrade);
        var stream = await upgrade.UpgradeAsync();
        return transport ?? new StreamTransport(stream);
    }

    // Kestrel's own feature is one object with its request: after the upgrade nobody but us uses the connection's pipes.
    // Where something was put before it, its stream is the only way that leads through it.
    private static IDuplexPipe? FindTransport(HttpContext context, IHttpUpgradeFeature upgrade) =>
        ReferenceEquals(upgrade, context.Features.Get<IHttpRequestFeature>())
            ? context.Features.Get<IConnectionTransportFeature>()?.Transport
            : null;

    // What bounds a request would end a connection that lives on purpose.
    private static void LiftRequestLimits(HttpContext context)
    {
        context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        if (context.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }
    }
}
