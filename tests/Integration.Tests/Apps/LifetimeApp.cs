using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Upwire.Integration.Tests.Controllers;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application that is told of the lives of its connections.</summary>
public sealed class LifetimeApp : ServicesApp
{
    protected override void ConfigureServices(WebApplicationBuilder builder)
    {
        base.ConfigureServices(builder);
        builder.Services.AddSingleton<Lifetimes>();
    }
}
