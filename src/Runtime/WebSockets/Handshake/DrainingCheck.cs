using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Upwire;

/// <summary>Whether the server goes on long enough for a connection to be worth its while.</summary>
internal static class DrainingCheck
{
    private static readonly HandshakeRefusal ShuttingDown = new(StatusCodes.Status503ServiceUnavailable, "The server is shutting down.")
    {
        Headers = [new(HeaderNames.RetryAfter, "5")],
    };

    public static HandshakeRefusal? Check(Draining draining) => draining.IsUnderWay ? ShuttingDown : null;
}
