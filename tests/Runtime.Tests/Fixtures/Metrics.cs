using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Runtime.Tests;

/// <summary>The metrics of channels that are made without an application.</summary>
internal static class Metrics
{
    /// <summary>Those that no test listens to.</summary>
    public static EndpointMetrics OfNobody => new(Instruments, "/ws");

    public static WebSocketMetrics Instruments { get; } = new(new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>());
}
