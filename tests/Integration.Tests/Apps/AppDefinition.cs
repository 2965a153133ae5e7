using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Upwire.Integration.Tests.Inspection;

namespace Upwire.Integration.Tests.Apps;

/// <summary>What an application with the controllers of this project is made of, wherever it runs.</summary>
public abstract class AppDefinition
{
    public virtual string Environment => Environments.Production;

    public WebApplication Build(WebApplicationBuilder builder)
    {
        var failures = new FailureLog();
        builder.Logging.AddProvider(failures);
        ConfigureServices(builder);

        // Each application has all controllers of this project, and few have what all of them need.
        builder.Services.Configure<UpwireOptions>(static options => options.ValidateOnStart = false);
        var app = builder.Build();
        app.Use(new Inspector(failures).InvokeAsync);
        Configure(app);
        return app;
    }

    protected virtual void ConfigureServices(WebApplicationBuilder builder) => builder.Services.AddUpwire();

    protected virtual void Configure(WebApplication app) => app.MapUpwire();
}
