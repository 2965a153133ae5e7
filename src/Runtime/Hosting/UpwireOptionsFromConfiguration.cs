using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Upwire;

/// <summary>Reads the configuration section <c>Upwire</c>, through binding code generated at compile time.</summary>
internal sealed class UpwireOptionsFromConfiguration(IServiceProvider services) : IConfigureOptions<UpwireOptions>
{
    // A host without configuration is a valid one: the defaults hold.
    public void Configure(UpwireOptions options) =>
        services.GetService<IConfiguration>()?.GetSection("Upwire").Bind(options);
}
