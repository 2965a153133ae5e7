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
        var sources = environment?.IsDevelopment() == true ? new HandlerSources(environment.ContentRootPath) : null;
        var rows = RouteRow.Of(endpoints.Endpoints, sources);
        if (modules.All.Count == 0)
        {
            RouteLog.NothingMapped(_logger);
        }
        else if (rows.Count > 0 && sources is not null)
        {
            RouteLog.Table(_logger, rows.Count, RouteTable.Format(rows));
        }
        else
        {
            RouteLog.Count(_logger, rows.Count);
            foreach (var row in rows)
            {
                RouteLog.Endpoint(_logger, row.Method, row.Template, row.Handler);
            }
        }
    }
}
