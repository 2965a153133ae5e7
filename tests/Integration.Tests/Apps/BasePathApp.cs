using Microsoft.AspNetCore.Builder;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application that is not alone on its host.</summary>
public sealed class BasePathApp : AppDefinition
{
    protected override void Configure(WebApplication app)
    {
        app.UsePathBase("/base");
        app.UseRouting();
        base.Configure(app);
    }
}
