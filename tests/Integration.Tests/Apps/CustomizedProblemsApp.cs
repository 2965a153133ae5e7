using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Integration.Tests.Apps;

/// <summary>An application that adds to its problems.</summary>
public sealed class CustomizedProblemsApp : AppDefinition
{
    protected override void ConfigureServices(WebApplicationBuilder builder)
    {
        base.ConfigureServices(builder);
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = problem => problem.ProblemDetails.Extensions["node"] = "custom");
    }
}
