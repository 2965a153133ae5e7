using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application that validates by ASP.NET Core's own means, too.</summary>
public sealed class ValidatingApp : ServicesApp
{
    protected override void ConfigureServices(WebApplicationBuilder builder)
    {
        base.ConfigureServices(builder);
        builder.Services.AddValidation();
    }
}
