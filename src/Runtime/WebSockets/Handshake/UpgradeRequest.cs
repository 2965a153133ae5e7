using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Upwire;

/// <summary>Tells whether a request asks for a WebSocket, well-formed or not: the handshake then says what is wrong with it.</summary>
internal static class UpgradeRequest
{
    private const string Protocol = "websocket";

    // RFC 8441 4: over HTTP/2 an extended CONNECT with the pseudo-header :protocol. RFC 9110 7.8: over HTTP/1.1 a header,
    // which a request of HTTP/1.0 must be taken not to have.
    public static bool IsUpgrade(HttpContext context) => HttpMethods.IsConnect(context.Request.Method)
        ? IsExtendedConnect(context)
        : !HttpProtocol.IsHttp10(context.Request.Protocol) && HeaderTokens.Contain(context.Request.Headers.Upgrade, Protocol);

    public static bool IsExtendedConnect(HttpContext context) =>
        context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true } connect
        && string.Equals(connect.Protocol, Protocol, StringComparison.OrdinalIgnoreCase);
}
