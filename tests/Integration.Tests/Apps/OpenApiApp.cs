using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application that describes itself.</summary>
public class OpenApiApp : ServicesApp
{
    protected override void ConfigureServices(WebApplicationBuilder builder)
    {
        base.ConfigureServices(builder);
        builder.Services.AddOpenApi(options => options.ShouldInclude = description => description.RelativePath!.StartsWith("described", StringComparison.Ordinal));
    }

    protected override void Configure(WebApplication app)
    {
        app.MapOpenApi();
        base.Configure(app);
    }
}
