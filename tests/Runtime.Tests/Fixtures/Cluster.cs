using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Upwire.Runtime.Tests;

/// <summary>Several nodes on one engine, and one clock.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(2);

    private readonly List<Crowd> _nodes = [];

    public FakeTimeProvider Time { get; } = new();

    public MemoryEngine Engine { get; } = new();

    public LogCapture Log { get; } = new();

    /// <summary>Starts a node that knows the others.</summary>
    public async Task<Crowd> StartAsync(Action<UpwireBackplaneOptions>? options = null, bool isAcquainted = true)
    {
        var node = new Crowd(
            Time,
            services =>
            {
                services.AddLogging(logging => logging.AddProvider(Log));
                services.AddSingleton(Engine);
                services.AddUpwire().AddBackplane<MemoryBackplane>();
            },
            upwire => options?.Invoke(upwire.Backplane));
        _nodes.Add(node);
        foreach (var service in node.Services.GetServices<IHostedService>().OfType<BackplaneLifetime>())
        {
            await Within.Time(service.StartAsync(default), "the node to start");
        }

        if (isAcquainted)
        {
            Time.Advance(AnswerTimeout);
        }

        return node;
    }

    public static MemoryBackplane BackplaneOf(Crowd node) => (MemoryBackplane)node.Services.GetRequiredService<IUpwireBackplane>();

    public static Task StopAsync(Crowd node) =>
        Within.Time(node.Services.GetServices<IHostedService>().OfType<BackplaneLifetime>().Single().StopAsync(default), "the node to stop");

    public async ValueTask DisposeAsync()
    {
        Engine.IsAway = false;
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }
    }
}
