using Microsoft.AspNetCore.Http;

namespace Upwire;

/// <summary>Why a request does not become a WebSocket: the HTTP answer to it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What was wrong, and what would be right.</param>
internal sealed record HandshakeRefusal(int Status, string Detail)
{
    /// <summary>Headers that belong to the status.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public Task WriteAsync(HttpContext context)
    {
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        return ProblemResponse.WriteAsync(context, Status, Detail);
    }
}
