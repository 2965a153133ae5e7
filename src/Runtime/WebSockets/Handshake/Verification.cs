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
    public static async ValueTask<bool> RejectWithAsync(HttpContext context, IResult? refusal)
    {
        if (refusal is null)
        {
            return false;
        }

        await refusal.ExecuteAsync(context);
        return true;
    }
}
