using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Upwire;

/// <summary>Registers the backplane, over which groups, users and connections span several servers.</summary>
public static class UpwireBackplaneExtensions
{
    /// <summary>Registers a backplane. There is one; the last that is registered holds.</summary>
    /// <typeparam name="TBackplane">The backplane; its constructor's parameters come from the services.</typeparam>
    /// <param name="builder">What <c>AddUpwire</c> has returned.</param>
    /// <returns>The same builder.</returns>
    public static IUpwireBuilder AddBackplane<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TBackplane>(this IUpwireBuilder builder)
        where TBackplane : class, IUpwireBackplane
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.RemoveAll<IUpwireBackplane>();
        builder.Services.AddSingleton<IUpwireBackplane, TBackplane>();
        AddNode(builder.Services);
        return builder;
    }

    private static void AddNode(IServiceCollection services)
    {
        services.TryAddSingleton<BackplaneMetrics>();
        services.TryAddSingleton<BackplaneNode>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, BackplaneLifetime>());
    }
}
