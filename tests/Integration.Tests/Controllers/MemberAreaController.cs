using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Controllers;

[Route("/members")]
[Authorize]
[Tags("class")]
public sealed class MemberAreaController
{
    [HttpGet]
    public string Closed() => "closed";

    [HttpGet("/open")]
    [AllowAnonymous]
    [Tags("method")]
    public string Open() => "open";

    [WebSocket("/talk")]
    public Task Talk(WebSocketConnection socket) => socket.SendAsync(socket.User.Identity?.Name ?? "nobody").AsTask();
}
