using System.Net.WebSockets;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Upwire;

namespace Auth;

/// <summary>Two ways to know who a WebSocket is from. Both are decided before the upgrade: who is nobody gets 401, and no connection.</summary>
public sealed class ChatController(TimeProvider time)
{
    // The application's own: 4000 to 4999 are free (RFC 6455 7.4.2).
    private const WebSocketCloseStatus SignInExpired = (WebSocketCloseStatus)4401;

    /// <summary>By a bearer token, from any site: nobody has one by accident, so that the origin tells nothing.</summary>
    [Authorize(AuthenticationSchemes = JwtBearerDefaults.AuthenticationScheme)]
    [WebSocket("/token/chat", SubProtocols = ["chat.v1"], RequireSubProtocol = true, Origins = ["*"])]
    public Task ByToken(WebSocketConnection socket, CancellationToken stop) => TalkAsync(socket, stop);

    /// <summary>By a cookie, which a browser sends whoever asks it to. So only pages of this origin may connect: that is the default.</summary>
    [Authorize(AuthenticationSchemes = CookieAuthenticationDefaults.AuthenticationScheme)]
    [WebSocket("/cookie/chat", SubProtocols = ["chat.v1"])]
    public Task ByCookie(WebSocketConnection socket, CancellationToken stop) => TalkAsync(socket, stop);

    // A connection may live for days, and what it was opened by for minutes: then the client has to come again.
    private async Task TalkAsync(WebSocketConnection socket, CancellationToken stop)
    {
        using var expiry = new CancellationTokenSource(TimeLeft(socket.HttpContext), time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, expiry.Token);
        try
        {
            await foreach (string text in socket.ReadAllTextAsync(end.Token))
            {
                await socket.SendAsync($"{socket.User.Identity!.Name}: {text}", end.Token);
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            await socket.CloseAsync(SignInExpired, "sign-in expired");
        }
    }

    // Either scheme says until when it holds: the token by its "exp", the cookie by its ticket.
    private TimeSpan TimeLeft(HttpContext context)
    {
        var signIn = context.Features.GetRequiredFeature<IAuthenticateResultFeature>().AuthenticateResult;
        var left = signIn?.Properties?.ExpiresUtc - time.GetUtcNow();
        return left > TimeSpan.Zero ? left.Value : TimeSpan.Zero;
    }
}
