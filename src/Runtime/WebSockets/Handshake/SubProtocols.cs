using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Upwire;

/// <summary>The sub-protocols of an endpoint, and which of them a connection speaks (RFC 6455 1.9).</summary>
internal sealed class SubProtocols(string[] supported, bool isRequired)
{
    // RFC 9110 5.6.2.
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly HandshakeRefusal _noneInCommon = new(
        StatusCodes.Status400BadRequest,
        $"Sec-WebSocket-Protocol must offer a sub-protocol that is spoken here: {string.Join(", ", supported)}.");

    public static SubProtocols Resolve(CompilerServices.WebSocketSettings endpoint, UpwireWebSocketOptions application) =>
        new(endpoint.SubProtocols ?? application.SubProtocols, endpoint.RequireSubProtocol ?? application.RequireSubProtocol);

    public static void ThrowIfInvalid(string[] protocols)
    {
        ArgumentNullException.ThrowIfNull(protocols);
        foreach (string protocol in protocols)
        {
            if (string.IsNullOrEmpty(protocol) || protocol.AsSpan().ContainsAnyExcept(TokenCharacters))
            {
                throw new ArgumentException($"The sub-protocol '{protocol}' is no token (RFC 9110 5.6.2).", nameof(protocols));
            }
        }

        if (protocols.Distinct(StringComparer.Ordinal).Count() != protocols.Length)
        {
            throw new ArgumentException("A sub-protocol is there twice.", nameof(protocols));
        }
    }

    public HandshakeRefusal? Check(HttpContext context) => isRequired && Choose(context) is null ? _noneInCommon : null;

    /// <summary>The first of the server's that the client offers; null where there is none in common.</summary>
    public string? Choose(HttpContext context)
    {
        var offered = context.Request.Headers.SecWebSocketProtocol;
        foreach (string protocol in supported)
        {
            if (HeaderTokens.Contain(offered, protocol, StringComparison.Ordinal))
            {
                return protocol;
            }
        }

        return null;
    }
}
