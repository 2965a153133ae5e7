using Microsoft.Extensions.DependencyInjection;
using Upwire;

namespace Benchmarks;

/// <summary>Upwire's backplane, on its own.</summary>
internal sealed class UpwireBus : IBus
{
    private readonly ServiceProvider _publisher;
    private readonly ServiceProvider _subscriber;
    private readonly Receiver _receiver = new();

    private UpwireBus(string configuration)
    {
        _publisher = Node(configuration);
        _subscriber = Node(configuration);
    }

    public string Name => "Upwire.Redis";

    public static async Task<IBus> StartAsync(string configuration)
    {
        var bus = new UpwireBus(configuration);
        await Backplane(bus._publisher).StartAsync(new Receiver(), CancellationToken.None);
        await Backplane(bus._subscriber).StartAsync(bus._receiver, CancellationToken.None);
        return bus;
    }

    public Task SubscribeAsync(string channel, Action received)
    {
        _receiver.Received = received;
        return Backplane(_subscriber).SubscribeAsync(channel, CancellationToken.None);
    }

    public Task PublishAsync(string channel, ReadOnlyMemory<byte> message) => Backplane(_publisher).PublishAsync(channel, message).AsTask();

    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        await _subscriber.DisposeAsync();
    }

    private static IUpwireBackplane Backplane(ServiceProvider node) => node.GetRequiredService<IUpwireBackplane>();

    private static ServiceProvider Node(string configuration)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddUpwire().AddRedis(configuration);
        return services.BuildServiceProvider();
    }

    private sealed class Receiver : IUpwireBackplaneReceiver
    {
        public Action Received { get; set; } = static () => { };

        public void OnMessage(string channel, ReadOnlySpan<byte> message) => Received();
    }
}
