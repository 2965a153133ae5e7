using Microsoft.AspNetCore.Builder;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application with settings for all its WebSockets.</summary>
public sealed class DefaultsApp : ServicesApp
{
    protected override void ConfigureServices(WebApplicationBuilder builder)
    {
        base.ConfigureServices(builder);
        builder.Services.AddUpwire(static options =>
        {
            options.WebSockets.SubProtocols = ["app"];
            options.WebSockets.RequireSubProtocol = true;
            options.WebSockets.Origins = ["https://app.example"];
            options.WebSockets.MaxMessageSize = 2;
        });
    }
}
