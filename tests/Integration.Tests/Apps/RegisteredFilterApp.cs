using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Upwire.Integration.Tests.Controllers;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application with a filter among its services, and what other filters are constructed with.</summary>
public sealed class RegisteredFilterApp : AppDefinition
{
    protected override void ConfigureServices(WebApplicationBuilder builder)
    {
        base.ConfigureServices(builder);
        builder.Services.AddSingleton<IGreeter>(new Greeter("hello"));
        builder.Services.AddScoped(static _ => new RegisteredFilter("registered"));
    }
}
