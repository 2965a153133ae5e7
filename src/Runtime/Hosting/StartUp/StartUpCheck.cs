using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Upwire;

/// <summary>Builds all endpoints when the application starts, before it listens, and tells of all that they lack at once.</summary>
internal sealed class StartUpCheck(
    MappedModules modules,
    StartUpProblems problems,
    IEnumerable<IEndpointCheck> checks,
    IOptions<UpwireOptions> options) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.ValidateOnStart)
        {
            return;
        }

        problems.Begin();
        foreach (var endpoint in modules.All.SelectMany(static module => module.Endpoints))
        {
            foreach (var check in checks)
            {
                await check.CheckAsync(endpoint, problems);
            }
        }

        problems.End();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
