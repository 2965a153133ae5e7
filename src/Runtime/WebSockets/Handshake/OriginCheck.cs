using Microsoft.AspNetCore.Http;

namespace Upwire;

/// <summary>
/// Whether a browser may open the connection from the page it shows (RFC 6455 10.2). Browsers send cookies with every
/// WebSocket, whatever page opens it, and ask nobody first: without this check any page could speak in its visitor's name.
/// </summary>
internal static class OriginCheck
{
    private static readonly HandshakeRefusal ForeignOrigin = new(StatusCodes.Status403Forbidden, "A page of this origin may not open this WebSocket.");

    // A client without an origin is no browser, and brings no cookies but its own.
    public static HandshakeRefusal? Check(HttpContext context, AllowedOrigins? allowed)
    {
        var origins = context.Request.Headers.Origin;
        return origins.Count == 0 || (origins is [{ } origin] && (allowed?.Allow(origin) ?? IsSame(origin, context.Request))) ? null : ForeignOrigin;
    }

    // RFC 6454 5: the same scheme, host and port.
    private static bool IsSame(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && request.Host.HasValue
        && string.Equals(uri.Scheme, request.Scheme, StringComparison.OrdinalIgnoreCase)
        && string.Equals(uri.IdnHost, new HostString(request.Host.Host.Trim('[', ']')).ToUriComponent().Trim('[', ']'), StringComparison.OrdinalIgnoreCase)
        && uri.Port == (request.Host.Port ?? (request.IsHttps ? 443 : 80));
}
