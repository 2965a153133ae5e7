using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Upwire.Integration.Tests.Controllers;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application with the services that some of the controllers take.</summary>
public class ServicesApp : AppDefinition
{
    protected override void ConfigureServices(WebApplicationBuilder builder)
    {
        base.ConfigureServices(builder);
        builder.Services.AddSingleton<Disposals>();
        builder.Services.AddSingleton(new Greeter("hi"));
        builder.Services.AddSingleton<IGreeter>(new Greeter("hello"));
        builder.Services.AddKeyedSingleton<IGreeter>("loud", new Greeter("HELLO"));
    }
}
