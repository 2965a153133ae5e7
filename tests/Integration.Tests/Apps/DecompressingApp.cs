using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application that decompresses bodies.</summary>
public sealed class DecompressingApp : AppDefinition
{
    protected override void ConfigureServices(WebApplicationBuilder builder)
    {
        base.ConfigureServices(builder);
        builder.Services.AddRequestDecompression();
    }

    protected override void Configure(WebApplication app)
    {
        app.UseRequestDecompression();
        base.Configure(app);
    }
}
