using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Upwire;

/// <summary>Whether the policies that <c>[EnableCors]</c> names exist. A provider of the application's own knows by itself.</summary>
internal sealed class CorsCheck(IServiceProvider services) : IEndpointCheck
{
    public ValueTask CheckAsync(Endpoint endpoint, StartUpProblems problems)
    {
        foreach (var cors in endpoint.Metadata.OfType<IEnableCorsAttribute>())
        {
            if (services.GetService<ICorsPolicyProvider>() is not { } provider)
            {
                problems.Report(endpoint.DisplayName, "[EnableCors] needs the services of CORS: call builder.Services.AddCors() and app.UseCors()");
            }
            else if (provider is DefaultCorsPolicyProvider
                && cors.PolicyName is { } policy
                && services.GetRequiredService<IOptions<CorsOptions>>().Value.GetPolicy(policy) is null)
            {
                problems.Report(endpoint.DisplayName, $"There is no CORS policy '{policy}': call builder.Services.AddCors(o => o.AddPolicy(\"{policy}\", ...))");
            }
        }

        return ValueTask.CompletedTask;
    }
}
