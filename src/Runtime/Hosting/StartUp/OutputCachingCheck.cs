using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Upwire;

/// <summary>Whether the policies that <c>[OutputCache]</c> names exist.</summary>
internal sealed class OutputCachingCheck(IServiceProvider services) : IEndpointCheck
{
    public ValueTask CheckAsync(Endpoint endpoint, StartUpProblems problems)
    {
        if (endpoint.Metadata.OfType<OutputCacheAttribute>().LastOrDefault()?.PolicyName is { } policy && !Exists(policy))
        {
            problems.Report(endpoint.DisplayName, $"There is no output cache policy '{policy}': call builder.Services.AddOutputCache(o => o.AddPolicy(\"{policy}\", ...))");
        }

        return ValueTask.CompletedTask;
    }

    // ASP.NET Core would not cache, and say nothing. There is no public way to ask it. Where a later version has it elsewhere, nothing is claimed.
    private bool Exists(string policy)
    {
        try
        {
            return Policies(services.GetRequiredService<IOptions<OutputCacheOptions>>().Value)?.ContainsKey(policy) == true;
        }
        catch (MissingMethodException)
        {
            return true;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_NamedPolicies")]
    private static extern Dictionary<string, IOutputCachePolicy>? Policies(OutputCacheOptions options);
}
