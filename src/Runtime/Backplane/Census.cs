using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Upwire;

/// <summary>Who the other servers are, and what they answer to questions.</summary>
internal sealed class Census(BackplanePublisher publisher, string self, UpwireBackplaneOptions options, TimeProvider time, ILogger logger)
{
    private readonly NodeList _nodes = new(options.LeaseTime, time);

    // None comes back under its name. What they said before may still be on its way, for a lease at the most.
    private readonly NodeList _gone = new(options.LeaseTime, time);
    private readonly ConcurrentDictionary<long, Question> _questions = [];
    private readonly TaskCompletionSource _isAcquainted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastQuestion;

    /// <summary>A server has come, or come back.</summary>
    public event Action<string>? Came;

    /// <summary>A server has gone, or was not heard of for too long.</summary>
    public event Action<string>? Left;

    /// <summary>Makes this server known, and gets to know the others: they answer at once.</summary>
    public async Task IntroduceAsync(CancellationToken stopping)
    {
        await publisher.TryPublishAsync(BackplaneChannels.All, EnvelopeWriter.Presence(EnvelopeKind.Hello, self));
        await DelayAsync(options.AnswerTimeout, stopping);
        _isAcquainted.TrySetResult();
    }

    /// <summary>Renews this server's lease, and ends those of others that were not heard of.</summary>
    public void OnPeriod()
    {
        _ = publisher.TryPublishAsync(BackplaneChannels.All, EnvelopeWriter.Presence(EnvelopeKind.Alive, self));
        _gone.RemoveExpired();
        foreach (string node in _nodes.RemoveExpired())
        {
            BackplaneLog.NodeExpired(logger, node, options.LeaseTime);
            OnLeft(node);
        }
    }

    public Task LeaveAsync() => publisher.TryPublishAsync(BackplaneChannels.All, EnvelopeWriter.Presence(EnvelopeKind.Gone, self));

    /// <summary>Whether a server has said, a short while ago, that it goes.</summary>
    public bool HasGone(string node) => _gone.Contains(node);

    public void OnHeardOf(string node)
    {
        if (!HasGone(node) && _nodes.OnHeardOf(node))
        {
            BackplaneLog.NodeCame(logger, node);
            Came?.Invoke(node);
        }
    }

    public void OnGone(string node)
    {
        _gone.OnHeardOf(node);
        if (_nodes.Remove(node))
        {
            BackplaneLog.NodeWent(logger, node);
        }

        OnLeft(node);
    }

    /// <summary>Asks the other servers something.</summary>
    /// <param name="write">Writes the question, whose number its answers name.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>The answers of those who have answered in time.</returns>
    /// <exception cref="UpwireBackplaneException">They could not be asked.</exception>
    public async Task<T[]> AskAsync<T>(Func<long, ReadOnlyMemory<byte>> write, CancellationToken stop)
    {
        // Who has just come does not know yet whom to ask.
        await WhenAsync(_isAcquainted.Task, stop);
        long id = Interlocked.Increment(ref _lastQuestion);
        var question = new Question<T>(_nodes.Alive);
        _questions[id] = question;
        try
        {
            await publisher.PublishAsync(BackplaneChannels.All, write(id), stop);
            await WhenAsync(question.WhenDoneAsync(), stop);
            return question.Answers;
        }
        finally
        {
            _questions.TryRemove(id, out _);
        }
    }

    public void OnAnswer<T>(string node, long id, Part<T> answer)
    {
        if (_questions.TryGetValue(id, out var question) && question is Question<T> asked)
        {
            asked.OnAnswer(node, answer);
        }
    }

    private void OnLeft(string node)
    {
        foreach (var (_, question) in _questions)
        {
            question.OnGone(node);
        }

        Left?.Invoke(node);
    }

    // For as long as others may take to answer, and no longer.
    private async Task WhenAsync(Task task, CancellationToken stop)
    {
        if (task.IsCompleted)
        {
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(task, DelayAsync(options.AnswerTimeout, end.Token));
        await end.CancelAsync();
        stop.ThrowIfCancellationRequested();
    }

    private Task DelayAsync(TimeSpan delay, CancellationToken stop) =>
        Task.Delay(delay, time, stop).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
