using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Upwire;

/// <summary>Whether the client speaks the one version there is (RFC 6455 4.2.1, 4.4).</summary>
internal static class VersionCheck
{
    private const string Version = "13";

    private static readonly HandshakeRefusal WrongVersion = new(StatusCodes.Status426UpgradeRequired, "Sec-WebSocket-Version must be 13.")
    {
        Headers = [new(HeaderNames.SecWebSocketVersion, Version)],
    };

    public static HandshakeRefusal? Check(HttpContext context) =>
        context.Request.Headers.SecWebSocketVersion is [{ } version] && version.AsSpan().Trim(" \t").SequenceEqual(Version) ? null : WrongVersion;
}
