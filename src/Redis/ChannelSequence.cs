namespace Upwire.Redis;

/// <summary>Does what is to be done to one channel one after the other, in the order of the calls. Channels do not wait for each other.</summary>
internal sealed class ChannelSequence
{
    private readonly Dictionary<string, Task> _last = [];

    public async Task RunAsync(string channel, Func<Task> action)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task? previous;
        lock (_last)
        {
            _last.TryGetValue(channel, out previous);
            _last[channel] = ended.Task;
        }

        try
        {
            if (previous is not null)
            {
                await previous.ConfigureAwait(false);
            }

            await action().ConfigureAwait(false);
        }
        finally
        {
            lock (_last)
            {
                if (_last[channel] == ended.Task)
                {
                    _last.Remove(channel);
                }
            }

            ended.SetResult();
        }
    }
}
