using Microsoft.Extensions.DependencyInjection;

namespace Upwire;

internal sealed class UpwireBuilder(IServiceCollection services) : IUpwireBuilder
{
    public IServiceCollection Services { get; } = services;
}
