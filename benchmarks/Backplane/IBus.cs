namespace Benchmarks;

/// <summary>Two nodes: what one publishes, the other receives.</summary>
internal interface IBus : IAsyncDisposable
{
    string Name { get; }

    Task SubscribeAsync(string channel, Action received);

    Task PublishAsync(string channel, ReadOnlyMemory<byte> message);
}
