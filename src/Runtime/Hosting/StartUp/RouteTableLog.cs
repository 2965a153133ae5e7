using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Upwire;

/// <summary>Tells the log once, when the application has started, which endpoints it has: in Development as a table, for whoever writes them.</summary>
internal sealed class RouteTableLog(MappedModules modules, EndpointDataSource endpoints, ILoggerFactory loggers, IHostEnvironment? environment = null) : IHostedLifecycleService
{
    private readonly ILogger _logger = loggers.CreateLogger(RouteLog.Category);

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (_logger.IsEnabled(LogLevel.Information))
        {
            Tell();
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Tell()
    {
        if (modules.All.Count == 0)
        {
            RouteLog.NothingMapped(_logger);
            return;
        }

        RouteEndpoint[] ours = [.. endpoints.Endpoints.OfType<RouteEndpoint>().Where(static endpoint => endpoint.Metadata.GetMetadata<EndpointKind>() is not null)];
        if (ours.Length > 0 && environment?.IsDevelopment() == true)
        {
            RouteLog.Table(_logger, ours.Length, RouteTable.Format(RouteRow.Of(ours, new HandlerSources(environment.ContentRootPath))));
            return;
        }

        RouteLog.Count(_logger, ours.Length);
        if (_logger.IsEnabled(LogLevel.Debug))
        {
            foreach (var row in RouteRow.Of(ours, sources: null))
            {
                RouteLog.Endpoint(_logger, row.Method, row.Template, row.Handler);
            }
        }
    }
}
