using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application behind a proxy that it believes.</summary>
public sealed class ProxiedApp : AppDefinition
{
    protected override void Configure(WebApplication app)
    {
        app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedProto });
        base.Configure(app);
    }
}
