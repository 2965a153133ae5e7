using System.Buffers.Text;
using Microsoft.AspNetCore.Http;

namespace Upwire;

/// <summary>Whether the headers that HTTP/1.1 asks for are there (RFC 6455 4.2.1).</summary>
internal static class KeyCheck
{
    private const int KeySize = 16;

    private static readonly HandshakeRefusal NoConnection = new(StatusCodes.Status400BadRequest, "The header Connection must name Upgrade.");

    private static readonly HandshakeRefusal NoKey = new(StatusCodes.Status400BadRequest, "Sec-WebSocket-Key must be 16 bytes in base64.");

    public static HandshakeRefusal? Check(HttpContext context)
    {
        if (!HeaderTokens.Contain(context.Request.Headers.Connection, "Upgrade"))
        {
            return NoConnection;
        }

        return context.Request.Headers.SecWebSocketKey is [{ } key] && IsKey(key) ? null : NoKey;
    }

    private static bool IsKey(string key) => Base64.IsValid(key, out int size) && size == KeySize && key.Length == 24;
}
