namespace Upwire;

/// <summary>A question to the other servers: whose answer is waited for.</summary>
/// <param name="nodes">Those who are asked.</param>
internal abstract class Question(IEnumerable<string> nodes)
{
    private readonly HashSet<string> _missing = [.. nodes];
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    protected Lock Gate { get; } = new();

    /// <summary>Completes when all have answered, or gone.</summary>
    public Task WhenDoneAsync()
    {
        CompleteIfDone();
        return _done.Task;
    }

    /// <summary>A server will not answer, or not again.</summary>
    public void OnGone(string node)
    {
        lock (Gate)
        {
            _missing.Remove(node);
        }

        CompleteIfDone();
    }

    private void CompleteIfDone()
    {
        lock (Gate)
        {
            if (_missing.Count == 0)
            {
                _done.TrySetResult();
            }
        }
    }
}
