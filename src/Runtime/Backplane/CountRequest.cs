namespace Upwire;

/// <summary>A question to the other servers, and what they have answered.</summary>
/// <param name="nodes">Those whose answer is waited for.</param>
internal sealed class CountRequest(IEnumerable<string> nodes)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _missing = [.. nodes];
    private readonly HashSet<string> _answered = [];
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _sum;

    /// <summary>What has been answered so far.</summary>
    public long Sum => Interlocked.Read(ref _sum);

    /// <summary>Completes when all have answered, or gone.</summary>
    public Task WhenDoneAsync()
    {
        CompleteIfDone();
        return _done.Task;
    }

    /// <summary>A server has answered; also one that was not known counts, and each once.</summary>
    public void OnAnswer(string node, long count)
    {
        lock (_gate)
        {
            if (_answered.Add(node))
            {
                _sum += count;
            }
        }

        OnGone(node);
    }

    /// <summary>A server will not answer.</summary>
    public void OnGone(string node)
    {
        lock (_gate)
        {
            _missing.Remove(node);
        }

        CompleteIfDone();
    }

    private void CompleteIfDone()
    {
        lock (_gate)
        {
            if (_missing.Count == 0)
            {
                _done.TrySetResult();
            }
        }
    }
}
