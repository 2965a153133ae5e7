using System.Net.WebSockets;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Upwire;

namespace Auth;

/// <summary>Two ways to know who a WebSocket is from. Both are decided before the upgrade: who is nobody gets 401, and no connection.</summary>
public sealed class ChatController(TimeProvider time)
{
    // The application's own: 4000 to 4999 are free (RFC 6455 7.4.2).
    private const WebSocketCloseStatus TokenExpired = (WebSocketCloseStatus)4401;

    /// <summary>By a bearer token, from any site: nobody has one by accident, so that the origin tells nothing.</summary>
    [Authorize(AuthenticationSchemes = JwtBearerDefaults.AuthenticationScheme)]
    [WebSocket("/token/chat", SubProtocols = ["chat.v1"], RequireSubProtocol = true, Origins = ["*"])]
    public async Task ByToken(WebSocketConnection socket, CancellationToken stop)
    {
        var ending = EndWithTokenAsync(socket, stop);
        await EchoAsync(socket, stop);
        await ending;
    }

    /// <summary>By a cookie, which a browser sends whoever asks it to. So only pages of this origin may connect: that is the default.</summary>
    [Authorize(AuthenticationSchemes = CookieAuthenticationDefaults.AuthenticationScheme)]
    [WebSocket("/cookie/chat", SubProtocols = ["chat.v1"])]
    public Task ByCookie(WebSocketConnection socket, CancellationToken stop) => EchoAsync(socket, stop);

    private static async Task EchoAsync(WebSocketConnection socket, CancellationToken stop)
    {
        await foreach (string text in socket.ReadAllTextAsync(stop))
        {
            await socket.SendAsync($"{socket.User.Identity!.Name}: {text}", stop);
        }
    }

    // A connection may live for days, and a token for minutes: the client comes again with a new one.
    private async Task EndWithTokenAsync(WebSocketConnection socket, CancellationToken stop)
    {
        var expires = DateTimeOffset.FromUnixTimeSeconds(long.Parse(socket.User.FindFirstValue("exp")!, System.Globalization.CultureInfo.InvariantCulture));
        var left = expires - time.GetUtcNow();
        try
        {
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, time, stop);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await socket.CloseAsync(TokenExpired, "token expired");
    }
}
