using Microsoft.Extensions.Logging;

namespace Upwire;

/// <summary>
/// Keeps this server subscribed to the channels that it has connections for, however fast they come and go: one change of a channel at a time,
/// each to what is wanted then, and again after a failure.
/// </summary>
internal sealed class Subscriptions(IUpwireBackplane backplane, Func<string, bool> isWanted, TimeProvider time, ILogger logger, CancellationToken stopping)
{
    /// <summary>The time from a failure to the next attempt.</summary>
    public static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Subscription> _byChannel = new(StringComparer.Ordinal);

    /// <summary>A channel may be wanted now, or not any more.</summary>
    public void OnChanged(string channel)
    {
        Subscription subscription;
        lock (_gate)
        {
            subscription = _byChannel.GetValueOrDefault(channel) ?? new(channel);
            if (subscription.IsRunning || isWanted(channel) == subscription.IsActive)
            {
                return;
            }

            _byChannel[channel] = subscription;
            subscription.IsRunning = true;
        }

        _ = RunAsync(subscription);
    }

    /// <summary>Completes when what is published to a channel reaches this server, or the channel is not wanted.</summary>
    public Task WhenReachedAsync(string channel)
    {
        lock (_gate)
        {
            return _byChannel.TryGetValue(channel, out var subscription) ? subscription.Reached.Task : Task.CompletedTask;
        }
    }

    private async Task RunAsync(Subscription subscription)
    {
        while (Next(subscription) is { } toSubscribe)
        {
            try
            {
                if (toSubscribe)
                {
                    await backplane.SubscribeAsync(subscription.Channel, stopping);
                }
                else
                {
                    await backplane.UnsubscribeAsync(subscription.Channel, stopping);
                }

                OnDone(subscription, toSubscribe);
            }
#pragma warning disable CA1031 // Whatever an engine throws, it is tried again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                if (stopping.IsCancellationRequested)
                {
                    return;
                }

                BackplaneLog.SubscriptionFailed(logger, exception, subscription.Channel, RetryDelay);
                await RestAsync();
            }
        }
    }

    // Whether it is to be subscribed or unsubscribed; null where it is as it should be.
    private bool? Next(Subscription subscription)
    {
        lock (_gate)
        {
            bool wanted = isWanted(subscription.Channel);
            if (wanted != subscription.IsActive && !stopping.IsCancellationRequested)
            {
                subscription.Reached = wanted ? subscription.Reached : Subscription.NewReached();
                return wanted;
            }

            subscription.IsRunning = false;
            subscription.Reached.TrySetResult();
            if (!subscription.IsActive)
            {
                _byChannel.Remove(subscription.Channel);
            }

            return null;
        }
    }

    private void OnDone(Subscription subscription, bool isActive)
    {
        lock (_gate)
        {
            subscription.IsActive = isActive;
        }
    }

    private Task RestAsync() =>
        Task.Delay(RetryDelay, time, stopping).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
