using System.ComponentModel;
using Microsoft.AspNetCore.Http;

namespace Upwire.CompilerServices;

/// <summary>The sub-protocols that a client offers (RFC 6455 1.9).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SubProtocolOffer
{
    /// <summary>Reads them, in their order. What is no token is left out: no answer could name it.</summary>
    /// <param name="context">The request.</param>
    /// <returns>The sub-protocols; none where the client offers none.</returns>
    public static string[] Read(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return [.. HeaderTokens.Read(context.Request.Headers.SecWebSocketProtocol).Where(SubProtocols.IsToken)];
    }
}
