using System.Threading.Channels;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>Which controllers were disposed, and how.</summary>
public sealed class Disposals
{
    private readonly Channel<string> _channel = Channel.CreateUnbounded<string>();

    public void Add(string what) => _channel.Writer.TryWrite(what);

    public bool IsEmpty => _channel.Reader.Count == 0;

    public async Task<string> NextAsync() => await _channel.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);
}
