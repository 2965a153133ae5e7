using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Upwire.Integration.Tests.Controllers;

/// <summary>What a handler gives away bit by bit, when the test says so.</summary>
public sealed class Feed
{
    private readonly Channel<string> _channel = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when whoever read it has let go of it.</summary>
    public Task Ended => _ended.Task.WaitAsync(Patience.Limit);

    public void Give(string item) => _channel.Writer.TryWrite(item);

    public void End(Exception? failure = null) => _channel.Writer.TryComplete(failure);

    public async IAsyncEnumerable<string> ReadAllAsync([EnumeratorCancellation] CancellationToken stop = default)
    {
        try
        {
            await foreach (string item in _channel.Reader.ReadAllAsync(stop))
            {
                yield return item;
            }
        }
        finally
        {
            _ended.TrySetResult();
        }
    }
}
