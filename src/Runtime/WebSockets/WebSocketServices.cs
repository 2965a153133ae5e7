using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Upwire;

/// <summary>The services behind WebSocket endpoints.</summary>
internal static class WebSocketServices
{
    public static void Add(IServiceCollection services)
    {
        services.TryAddSingleton(static services => new OpenConnections(services.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddMetrics();
        services.TryAddSingleton<WebSocketMetrics>();
        services.TryAddSingleton<ConnectionQuota>();
        services.TryAddSingleton<Draining>();
        services.TryAddSingleton<ConnectionDirectory>();
        services.TryAddSingleton<LocalDelivery>();
        services.TryAddSingleton<Broadcaster>();
        services.TryAddSingleton<WatchedGroups>();
        services.TryAddSingleton<Presence>();
        services.TryAddSingleton(static services => new WebSocketConnections(
            services.GetRequiredService<ConnectionDirectory>(), services.GetRequiredService<Broadcaster>(), services.GetRequiredService<Presence>()));
    }
}
