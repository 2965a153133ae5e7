using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application that logs as an error whatever is thrown out of the pipeline, the server's own exceptions too.</summary>
public sealed class HostileApp : AppDefinition
{
    protected override void Configure(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception exception)
            {
                app.Logger.LogError(exception, "{Path} threw", context.Request.Path);
                throw;
            }
        });
        base.Configure(app);
    }
}
