using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application that takes no large bodies.</summary>
public sealed class SmallBodiesApp : AppDefinition
{
    public const int MaxBodySize = 1_000;

    protected override void ConfigureServices(WebApplicationBuilder builder)
    {
        base.ConfigureServices(builder);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = MaxBodySize);
    }
}
