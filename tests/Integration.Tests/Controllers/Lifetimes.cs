using System.Threading.Channels;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>What connections have gone through, each told at its end.</summary>
public sealed class Lifetimes
{
    private readonly Channel<string> _channel = Channel.CreateUnbounded<string>();

    public void Add(string lifetime) => _channel.Writer.TryWrite(lifetime);

    public Task<string> NextAsync() => _channel.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);
}
