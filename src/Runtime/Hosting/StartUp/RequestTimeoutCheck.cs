using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Upwire;

/// <summary>Whether the policies that <c>[RequestTimeout]</c> names exist.</summary>
internal sealed class RequestTimeoutCheck(IServiceProvider services) : IEndpointCheck
{
    public ValueTask CheckAsync(Endpoint endpoint, StartUpProblems problems)
    {
        if (endpoint.Metadata.OfType<RequestTimeoutAttribute>().LastOrDefault()?.PolicyName is { } policy
            && services.GetRequiredService<IOptions<RequestTimeoutOptions>>().Value.Policies.ContainsKey(policy) is false)
        {
            problems.Report(endpoint.DisplayName, $"There is no request timeout policy '{policy}': call builder.Services.AddRequestTimeouts(o => o.AddPolicy(\"{policy}\", ...))");
        }

        return ValueTask.CompletedTask;
    }
}
