using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Upwire;

public sealed class Accounts
{
    [Authorize]
    [WebSocket("/account/ws", Origins = ["*"])]
    // UPW0050: A page of any site may open '/account/ws' with the cookies of the user who looks at it, and talk in that user's name: it asks for a user by [Authorize]; name the origins, or leave them out to allow pages of this application only
    public Task Account(ClaimsPrincipal user, WebSocketConnection socket) => socket.CloseAsync(reason: user.Identity?.Name ?? "");
}
