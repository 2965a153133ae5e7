namespace Upwire.Runtime.Tests;

/// <summary>One node's way to a <see cref="MemoryEngine"/>.</summary>
internal sealed class MemoryBackplane(MemoryEngine engine) : IUpwireBackplane
{
    private IUpwireBackplaneReceiver? _receiver;

    /// <summary>It is as if its node had died: nothing comes, and nothing goes.</summary>
    public bool IsCutOff { get; set; }

    public Task StartAsync(IUpwireBackplaneReceiver receiver, CancellationToken cancellationToken)
    {
        _receiver = receiver;
        return Task.CompletedTask;
    }

    public Task SubscribeAsync(string channel, CancellationToken cancellationToken) => engine.SubscribeAsync(this, channel);

    public Task UnsubscribeAsync(string channel, CancellationToken cancellationToken)
    {
        engine.Unsubscribe(this, channel);
        return Task.CompletedTask;
    }

    public async ValueTask PublishAsync(string channel, ReadOnlyMemory<byte> message)
    {
        if (!IsCutOff)
        {
            engine.Publish(this, channel, message);
            await (engine.Acceptance?.Task ?? Task.CompletedTask);
        }
    }

    public void Receive(string channel, ReadOnlySpan<byte> message)
    {
        if (!IsCutOff)
        {
            _receiver!.OnMessage(channel, message);
        }
    }
}
