using Microsoft.Extensions.Hosting;

namespace Upwire;

/// <summary>Makes this server one among others as long as the application runs.</summary>
internal sealed class BackplaneLifetime(BackplaneNode node) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => node.StartAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => node.StopAsync();
}
