using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Upwire;

/// <summary>Whether the policies and schemes that <c>[Authorize]</c> names exist.</summary>
internal sealed class AuthorizationCheck(IServiceProvider services) : IEndpointCheck
{
    public async ValueTask CheckAsync(Endpoint endpoint, StartUpProblems problems)
    {
        foreach (var authorize in endpoint.Metadata.OfType<IAuthorizeData>())
        {
            if (services.GetService<IAuthorizationPolicyProvider>() is not { } policies)
            {
                problems.Report(endpoint.DisplayName, "[Authorize] needs the services of authorization: call builder.Services.AddAuthorization()");
                return;
            }

            if (authorize.Policy is { Length: > 0 } policy && await policies.GetPolicyAsync(policy) is null)
            {
                problems.Report(
                    endpoint.DisplayName,
                    $"There is no authorization policy '{policy}': call builder.Services.AddAuthorizationBuilder().AddPolicy(\"{policy}\", ...)");
            }

            foreach (string scheme in authorize.AuthenticationSchemes?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
            {
                if (services.GetService<IAuthenticationSchemeProvider>() is not { } schemes || await schemes.GetSchemeAsync(scheme) is null)
                {
                    problems.Report(endpoint.DisplayName, $"There is no authentication scheme '{scheme}': add it behind builder.Services.AddAuthentication()");
                }
            }
        }
    }
}
