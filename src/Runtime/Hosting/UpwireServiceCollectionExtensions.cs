using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Upwire;

/// <summary>Registers Upwire's services.</summary>
public static class UpwireServiceCollectionExtensions
{
    /// <summary>Registers what <c>MapUpwire</c> needs. Calling it again adds nothing but the further settings.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Changes the settings, after those of the configuration section <c>Upwire</c>.</param>
    /// <returns>A builder for further parts.</returns>
    public static IUpwireBuilder AddUpwire(this IServiceCollection services, Action<UpwireOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);

        services.AddRoutingCore();
        services.TryAddSingleton<DescribedTypes>();
        services.TryAddSingleton<MappedModules>();
        AddStartUp(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, WebSocketMatcherPolicy>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<MatcherPolicy, HeadMatcherPolicy>());
        services.TryAddEnumerable(ServiceDescriptor.Transient<IApiDescriptionProvider, EndpointDescriptionProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<UpwireOptions>, UpwireOptionsFromConfiguration>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<JsonOptions>, UpwireJsonOptions>());
        WebSocketServices.Add(services);
        if (configure is not null)
        {
            services.Configure(configure);
        }

        return new UpwireBuilder(services);
    }

    private static void AddStartUp(IServiceCollection services)
    {
        services.TryAddSingleton<StartUpProblems>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartUpCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, RouteTableLog>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEndpointCheck, AuthorizationCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEndpointCheck, CorsCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEndpointCheck, OutputCachingCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEndpointCheck, RateLimitingCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IEndpointCheck, RequestTimeoutCheck>());
    }
}
