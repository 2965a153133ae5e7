using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application that answers for its failures itself.</summary>
public sealed class HandlingApp : FeedApp
{
    protected override void Configure(WebApplication app)
    {
        app.UseExceptionHandler(static failed => failed.Run(static context => context.Response.WriteAsync("handled")));
        base.Configure(app);
    }
}
