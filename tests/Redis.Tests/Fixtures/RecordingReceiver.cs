using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Upwire.Redis.Tests;

/// <summary>Keeps what comes, in its order, and notes where two messages of one channel were handed over at once.</summary>
internal sealed class RecordingReceiver : IUpwireBackplaneReceiver
{
    private readonly ConcurrentDictionary<string, Channel<byte[]>> _messages = new();
    private readonly ConcurrentDictionary<string, Counter> _inside = new();
    private volatile bool _hasOverlapped;

    public bool HasOverlapped => _hasOverlapped;

    /// <summary>Is called with the channel before a message is kept.</summary>
    public Action<string>? Receiving { get; set; }

    public void OnMessage(string channel, ReadOnlySpan<byte> message)
    {
        var inside = _inside.GetOrAdd(channel, static _ => new Counter());
        _hasOverlapped |= Interlocked.Increment(ref inside.Value) != 1;
        Receiving?.Invoke(channel);
        Of(channel).Writer.TryWrite(message.ToArray());
        Interlocked.Decrement(ref inside.Value);
    }

    /// <summary>Waits for the channel's next message.</summary>
    public Task<byte[]> NextAsync(string channel) => Within.Time(Of(channel).Reader.ReadAsync(), $"a message of {channel}");

    /// <summary>Waits until there is a message, and leaves it there.</summary>
    public Task<bool> ComesAsync(string channel) => Of(channel).Reader.WaitToReadAsync().AsTask();

    private Channel<byte[]> Of(string channel) => _messages.GetOrAdd(channel, static _ => Channel.CreateUnbounded<byte[]>());

    private sealed class Counter
    {
        public int Value;
    }
}
