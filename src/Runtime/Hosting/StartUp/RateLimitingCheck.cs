using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Upwire;

/// <summary>Whether the policies that <c>[EnableRateLimiting]</c> names exist.</summary>
internal sealed class RateLimitingCheck(IServiceProvider services) : IEndpointCheck
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public ValueTask CheckAsync(Endpoint endpoint, StartUpProblems problems)
    {
        if (endpoint.Metadata.OfType<EnableRateLimitingAttribute>().LastOrDefault()?.PolicyName is { } policy && !Exists(policy))
        {
            problems.Report(
                endpoint.DisplayName,
                $"There is no rate limiting policy '{policy}': call builder.Services.AddRateLimiter(o => o.AddPolicy(\"{policy}\", ...)); policies that are given to UseRateLimiter itself are not seen, and need UpwireOptions.ValidateOnStart = false");
        }

        return ValueTask.CompletedTask;
    }

    // The options do not say which policies they have, but refuse to have one twice: those made here are for this question only.
    private bool Exists(string policy)
    {
        if (_known.Contains(policy))
        {
            return true;
        }

        try
        {
            services.GetRequiredService<IOptionsFactory<RateLimiterOptions>>().Create(Options.DefaultName).AddPolicy(policy, static _ => RateLimitPartition.GetNoLimiter(0));
            return false;
        }
        catch (ArgumentException)
        {
            _known.Add(policy);
            return true;
        }
    }
}
