using Microsoft.Extensions.Logging;

namespace Upwire;

/// <summary>Publishes to other servers, and says of each message that it could not be, to whom it concerns.</summary>
internal sealed class BackplanePublisher(
    IUpwireBackplane backplane,
    UpwireBackplaneOptions options,
    BackplaneMetrics metrics,
    TimeProvider time,
    ILogger logger,
    CancellationToken stopping)
{
    /// <summary>Publishes what somebody sends, and does as the options say. Messages cross in the order of the calls.</summary>
    /// <exception cref="UpwireBackplaneException">It could not be published, and its sender is to be told.</exception>
    public ValueTask SendAsync(string channel, ReadOnlyMemory<byte> message, CancellationToken stop)
    {
        if (options.Failures == BackplaneFailures.Report)
        {
            return new(PublishAsync(channel, message, stop));
        }

        _ = TryPublishAsync(channel, message);
        return default;
    }

    /// <summary>Publishes, and waits until the engine has taken the message. It has been given the message when this returns.</summary>
    /// <exception cref="UpwireBackplaneException">The engine has not.</exception>
    public async Task PublishAsync(string channel, ReadOnlyMemory<byte> message, CancellationToken stop)
    {
        metrics.OnPublished();
        var published = Task.CompletedTask;
        try
        {
            published = backplane.PublishAsync(channel, message).AsTask();
            await published.WaitAsync(options.PublishTimeout, time, stop);
        }
        catch (Exception exception)
        {
            Ignore(published);
            if (exception is OperationCanceledException && stop.IsCancellationRequested)
            {
                throw;
            }

            metrics.OnFailed();
            throw new UpwireBackplaneException("The message could not be sent to other servers. The connections of this one have it.", exception);
        }
    }

    /// <summary>Publishes; where that fails, it is counted and logged.</summary>
    /// <returns>Whether the engine has taken the message.</returns>
    public async Task<bool> TryPublishAsync(string channel, ReadOnlyMemory<byte> message)
    {
        try
        {
            await PublishAsync(channel, message, stopping);
            return true;
        }
        catch (UpwireBackplaneException exception)
        {
            BackplaneLog.PublishFailed(logger, exception.InnerException!);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }

        return false;
    }

    /// <summary>
    /// Publishes parts of something, each when the engine has taken the one before: one of them is under way, however many there are. Where one is
    /// not taken, the others are of no use.
    /// </summary>
    /// <returns>Completes when the engine has been given the last.</returns>
    public async Task TryPublishPartsAsync(string channel, IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        var last = Task.FromResult(true);
        foreach (var part in parts)
        {
            if (!await last)
            {
                return;
            }

            last = TryPublishAsync(channel, part);
        }
    }

    // Nobody waits for it any more, whatever becomes of it.
    private static void Ignore(Task published) =>
        published.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
