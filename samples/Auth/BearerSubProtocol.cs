using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Auth;

/// <summary>
/// A browser's WebSocket sends no headers of one's choice, and a token in the URL would stand in logs and histories. It does send
/// sub-protocols: <c>new WebSocket(url, ["chat.v1", "bearer." + token])</c>. The server reads the token, and agrees on the other one.
/// </summary>
public static class BearerSubProtocol
{
    private const string Prefix = "bearer.";

    /// <summary>Finds the token of a handshake; other requests have theirs in <c>Authorization</c>.</summary>
    public static Task ReadToken(MessageReceivedContext context)
    {
        foreach (string offered in context.Request.Headers.GetCommaSeparatedValues("Sec-WebSocket-Protocol"))
        {
            if (offered.StartsWith(Prefix, StringComparison.Ordinal))
            {
                context.Token = offered[Prefix.Length..];
            }
        }

        return Task.CompletedTask;
    }
}
