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

    /// <summary>Publishes, and waits until the engine has taken the message.</summary>
    /// <exception cref="UpwireBackplaneException">It has not.</exception>
    public async Task PublishAsync(string channel, ReadOnlyMemory<byte> message, CancellationToken stop)
    {
        try
        {
            await BeginAsync(channel, message).WaitAsync(stop);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            metrics.OnFailed();
            throw new UpwireBackplaneException("The message could not be sent to other servers. The connections of this one have it.", exception);
        }
    }

    /// <summary>Publishes; where that fails, it is counted and logged.</summary>
    public async Task TryPublishAsync(string channel, ReadOnlyMemory<byte> message)
    {
        try
        {
            await BeginAsync(channel, message);
        }
#pragma warning disable CA1031 // Whatever an engine throws says that the message is not published.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            metrics.OnFailed();
            BackplaneLog.PublishFailed(logger, exception);
        }
    }

    // The engine has the message before this waits for anything.
    private async Task BeginAsync(string channel, ReadOnlyMemory<byte> message)
    {
        metrics.OnPublished();
        await backplane.PublishAsync(channel, message, stopping).AsTask().WaitAsync(options.PublishTimeout, time);
    }
}
