using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application with static files and endpoints that are not Upwire's, some at the paths of those that are.</summary>
public sealed class ForeignEndpointsApp : AppDefinition
{
    protected override void Configure(WebApplication app)
    {
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "Files")) });
        app.UseWebSockets();
        app.MapUpwire();
        foreach (string prefix in (string[])["", "/catch-all"])
        {
            app.MapGet($"{prefix}/foreign", () => "foreign");
            app.Map($"{prefix}/foreign-socket", TalkAsync);
        }

        app.MapPost("/bytes", () => "foreign post");
        app.MapGet("/shared", () => "foreign get");
    }

    private static async Task TalkAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await socket.SendAsync("foreign socket"u8.ToArray(), WebSocketMessageType.Text, endOfMessage: true, context.RequestAborted);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
    }
}
