using System.ComponentModel;
using Microsoft.AspNetCore.Http;

namespace Upwire.CompilerServices;

/// <summary>The step of the handshake that a method of the controller decides: <see cref="WebSocketAttribute.Verify"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Verification
{
    private static readonly HandshakeRefusal NotVerified = new(StatusCodes.Status401Unauthorized, "This client may not open this WebSocket.");

    /// <summary>Refuses the request where the method has returned false.</summary>
    /// <param name="context">The request.</param>
    /// <param name="isVerified">What it has returned.</param>
    /// <returns>Whether the request was refused, and the answer written.</returns>
    public static async ValueTask<bool> RejectUnlessAsync(HttpContext context, bool isVerified)
    {
        if (isVerified)
        {
            return false;
        }

        await NotVerified.WriteAsync(context);
        return true;
    }

    /// <summary>Refuses the request where the method has returned an answer to it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="refusal">What it has returned: null accepts the connection.</param>
    /// <returns>Whether the request was refused, and the answer written.</returns>
    /// <exception cref="InvalidOperationException">The answer is none over HTTP/2: its status is one of success.</exception>
    public static async ValueTask<bool> RejectWithAsync(HttpContext context, IResult? refusal)
    {
        if (refusal is null)
        {
            return false;
        }

        if (UpgradeRequest.IsExtendedConnect(context))
        {
            context.Response.OnStarting(() => ThrowIfAccepting(context.Response.StatusCode));
        }

        await refusal.ExecuteAsync(context);
        return true;
    }

    // RFC 8441 5: to a client of HTTP/2, the status alone says that the connection is open.
    private static Task ThrowIfAccepting(int status) =>
        status is < StatusCodes.Status200OK or >= StatusCodes.Status300MultipleChoices
            ? Task.CompletedTask
            : throw new InvalidOperationException(
                $"A result of '{nameof(WebSocketAttribute.Verify)}' refuses the connection, but over HTTP/2 its status {status} would open it. Return one of another status, or null to accept.");
}
