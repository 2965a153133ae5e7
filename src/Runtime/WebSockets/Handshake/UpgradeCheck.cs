using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Upwire;

/// <summary>Whether the request asks for a WebSocket at all, by the right method.</summary>
internal static class UpgradeCheck
{
    // RFC 9110 7.8 and 15.5.22: the answer names the protocol to change to. HTTP/2 knows no such headers (RFC 9113 8.2.2).
    private static readonly HandshakeRefusal NotAnUpgrade = new(StatusCodes.Status426UpgradeRequired, "This address speaks WebSocket: open it with a WebSocket client.")
    {
        Headers = [new(HeaderNames.Upgrade, "websocket"), new(HeaderNames.Connection, HeaderNames.Upgrade)],
    };

    private static readonly HandshakeRefusal NotAnUpgradeOverHttp2 = NotAnUpgrade with { Headers = [] };

    // RFC 6455 4.1: the method must be GET.
    private static readonly HandshakeRefusal WrongMethod = new(StatusCodes.Status405MethodNotAllowed, "A WebSocket is opened with the method GET.")
    {
        Headers = [new(HeaderNames.Allow, HttpMethods.Get)],
    };

    public static HandshakeRefusal? Check(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsConnect(context.Request.Method))
        {
            return WrongMethod;
        }

        return UpgradeRequest.IsUpgrade(context) ? null
            : HttpProtocol.IsHttp11(context.Request.Protocol) || HttpProtocol.IsHttp10(context.Request.Protocol) ? NotAnUpgrade
            : NotAnUpgradeOverHttp2;
    }
}
