using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace Upwire;

/// <summary>The sub-protocols of an endpoint, and which of them a connection speaks (RFC 6455 1.9).</summary>
internal sealed class SubProtocols(string[] supported, bool isRequired, bool isSelected)
{
    // RFC 9110 5.6.2.
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly HandshakeRefusal _noneInCommon = new(
        StatusCodes.Status400BadRequest,
        $"Sec-WebSocket-Protocol must offer a sub-protocol that is spoken here{(supported.Length == 0 ? "" : ": ")}{string.Join(", ", supported)}.");

    public static SubProtocols Resolve(CompilerServices.WebSocketSettings endpoint, UpwireWebSocketOptions application) =>
        new(endpoint.SubProtocols ?? application.SubProtocols, endpoint.RequireSubProtocol ?? application.RequireSubProtocol, endpoint.SelectsSubProtocol);

    public static bool IsToken(string? text) => !string.IsNullOrEmpty(text) && !text.AsSpan().ContainsAnyExcept(TokenCharacters);

    public static void ThrowIfInvalid(string[] protocols)
    {
        ArgumentNullException.ThrowIfNull(protocols);
        foreach (string protocol in protocols)
        {
            if (!IsToken(protocol))
            {
                throw new ArgumentException($"The sub-protocol '{protocol}' is no token (RFC 9110 5.6.2).", nameof(protocols));
            }
        }

        if (protocols.Distinct(StringComparer.Ordinal).Count() != protocols.Length)
        {
            throw new ArgumentException("A sub-protocol is there twice.", nameof(protocols));
        }
    }

    /// <summary>Refuses a client that offers none which is needed, unless a method of the user's has the choice.</summary>
    public HandshakeRefusal? Check(HttpContext context) => isRequired && !isSelected && Choose(context) is null ? _noneInCommon : null;

    /// <summary>Judges what a method of the user's has chosen.</summary>
    /// <exception cref="InvalidOperationException">The client has not offered it, and would fail the connection (RFC 6455 4.2.2).</exception>
    public HandshakeRefusal? CheckSelected(HttpContext context, string? selected)
    {
        if (selected is null)
        {
            return isRequired ? _noneInCommon : null;
        }

        string[] offered = CompilerServices.SubProtocolOffer.Read(context);
        return offered.Contains(selected, StringComparer.Ordinal)
            ? null
            : throw new InvalidOperationException(
                $"The sub-protocol '{selected}' was selected for a client that offers {(offered.Length == 0 ? "none" : $"'{string.Join("', '", offered)}'")}. Return one of those, or null for none.");
    }

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
