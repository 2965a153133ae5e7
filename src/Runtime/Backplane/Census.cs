using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Upwire;

/// <summary>Who the other servers are, and how many connections they have.</summary>
internal sealed class Census(BackplanePublisher publisher, string self, UpwireBackplaneOptions options, TimeProvider time, ILogger logger)
{
    private readonly NodeList _nodes = new(options.LeaseTime, time);
    private readonly ConcurrentDictionary<long, CountRequest> _counts = [];
    private readonly TaskCompletionSource _isAcquainted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastRequest;

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
        foreach (string node in _nodes.RemoveExpired())
        {
            BackplaneLog.NodeExpired(logger, node, options.LeaseTime);
            ForgetInCounts(node);
        }
    }

    public Task LeaveAsync() => publisher.TryPublishAsync(BackplaneChannels.All, EnvelopeWriter.Presence(EnvelopeKind.Gone, self));

    public void OnHeardOf(string node)
    {
        if (_nodes.OnHeardOf(node))
        {
            BackplaneLog.NodeCame(logger, node);
        }
    }

    public void OnGone(string node)
    {
        if (_nodes.Remove(node))
        {
            BackplaneLog.NodeWent(logger, node);
        }

        ForgetInCounts(node);
    }

    /// <summary>Asks the other servers how many connections of an audience they have.</summary>
    /// <exception cref="UpwireBackplaneException">They could not be asked.</exception>
    public async Task<long> CountAsync(Audience audience, CancellationToken stop)
    {
        // Who has just come does not know yet whom to ask.
        await WhenAsync(_isAcquainted.Task, stop);
        long id = Interlocked.Increment(ref _lastRequest);
        var request = new CountRequest(_nodes.Alive);
        _counts[id] = request;
        try
        {
            await publisher.PublishAsync(BackplaneChannels.All, EnvelopeWriter.CountRequest(self, id, audience), stop);
            await WhenAsync(request.WhenDoneAsync(), stop);
            return request.Sum;
        }
        finally
        {
            _counts.TryRemove(id, out _);
        }
    }

    public void OnAnswer(string node, long request, long count)
    {
        if (_counts.TryGetValue(request, out var asked))
        {
            asked.OnAnswer(node, count);
        }
    }

    private void ForgetInCounts(string node)
    {
        foreach (var (_, request) in _counts)
        {
            request.OnGone(node);
        }
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
