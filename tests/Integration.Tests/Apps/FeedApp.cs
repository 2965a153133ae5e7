using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Upwire.Integration.Tests.Controllers;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application whose answers come when the test says so.</summary>
public class FeedApp : AppDefinition
{
    protected override void ConfigureServices(WebApplicationBuilder builder)
    {
        base.ConfigureServices(builder);
        builder.Services.AddSingleton<Feeds>();
    }
}
