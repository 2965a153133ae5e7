using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Upwire.Redis;

/// <summary>The way to Redis: made here and closed here, or the application's own, which is left open.</summary>
internal sealed class RedisConnection(UpwireRedisOptions options, IServiceProvider services, ILogger logger) : IAsyncDisposable
{
    /// <summary>How long the application's start waits for Redis before it goes on without.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    private readonly ConfigurationOptions _configuration = Prepare(options);
    private readonly ConnectionHealth _health = new(logger);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private volatile IConnectionMultiplexer? _multiplexer;
    private int _hasToldUnreachable;

    /// <summary>A connection was lost, or is a new one.</summary>
    public event Action? Changed;

    /// <summary>Where Redis is, as far as it is known.</summary>
    public string EndPoints => Redis.EndPoints.Format(_multiplexer?.GetEndPoints(configuredOnly: true) ?? [.. _configuration.EndPoints]);

    /// <summary>Whether it was made here, so that nobody else uses it.</summary>
    public bool IsOwned => options.ConnectionFactory is null;

    /// <summary>Gets the connection where it stands.</summary>
    public bool TryGet([NotNullWhen(true)] out IConnectionMultiplexer? connection)
    {
        connection = _multiplexer;
        if (connection is { IsConnected: true })
        {
            return true;
        }

        if (connection is not null)
        {
            _health.LookForUnreachable(connection);
        }

        return false;
    }

    /// <summary>Begins to connect, and waits for it a little.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var connecting = ConnectAsync();
        try
        {
            await connecting.WaitAsync(StartPatience, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!connecting.IsCompleted && exception is TimeoutException or OperationCanceledException)
        {
            _ = ObserveAsync(connecting);
            cancellationToken.ThrowIfCancellationRequested();
            TellUnreachable(exception: null);
        }
    }

    /// <summary>
    /// Waits a little for the socket of subscriptions, which is there later than the one for everything else. Where it is not there
    /// after all, subscribing says why.
    /// </summary>
    public async Task WaitForSubscriberAsync(ISubscriber subscriber, RedisChannel channel)
    {
        long begin = Stopwatch.GetTimestamp();
        while (!subscriber.IsConnected(channel) && Stopwatch.GetElapsedTime(begin) < options.OperationTimeout)
        {
            await Task.Delay(PollInterval, _stopping.Token).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        IConnectionMultiplexer? multiplexer;
        lock (_gate)
        {
            _stopping.Cancel();
            multiplexer = _multiplexer;
            _multiplexer = null;
        }

        if (multiplexer is null)
        {
            return;
        }

        multiplexer.ConnectionFailed -= OnFailed;
        multiplexer.ConnectionRestored -= OnRestored;
        await CloseAsync(multiplexer).ConfigureAwait(false);
    }

    private ValueTask CloseAsync(IConnectionMultiplexer multiplexer) => IsOwned ? multiplexer.DisposeAsync() : default;

    private static ConfigurationOptions Prepare(UpwireRedisOptions options)
    {
        var configuration = options.Configuration.Clone();
        configuration.SetDefaultPorts();
        configuration.AbortOnConnectFail = false;
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        configuration.AsyncTimeout = (int)Math.Ceiling(options.OperationTimeout.TotalMilliseconds);
        return configuration;
    }

    private async Task ConnectAsync()
    {
        while (true)
        {
            try
            {
                await AdoptAsync(await OpenAsync().ConfigureAwait(false)).ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (RedisFailure.IsTransient(exception))
            {
                TellUnreachable(exception);
            }

            await Task.Delay(RetryDelay, _stopping.Token).ConfigureAwait(false);
        }
    }

    private async Task<IConnectionMultiplexer> OpenAsync()
    {
        if (options.ConnectionFactory is { } factory)
        {
            return await factory(services).ConfigureAwait(false)
                ?? throw new InvalidOperationException($"{nameof(UpwireRedisOptions)}.{nameof(UpwireRedisOptions.ConnectionFactory)} has returned null.");
        }

        return await ConnectionMultiplexer.ConnectAsync(_configuration).ConfigureAwait(false);
    }

    private async Task AdoptAsync(IConnectionMultiplexer multiplexer)
    {
        lock (_gate)
        {
            if (!_stopping.IsCancellationRequested)
            {
                multiplexer.ConnectionFailed += OnFailed;
                multiplexer.ConnectionRestored += OnRestored;
                _multiplexer = multiplexer;
            }
        }

        if (_multiplexer is null)
        {
            await CloseAsync(multiplexer).ConfigureAwait(false);
        }
        else if (multiplexer.IsConnected)
        {
            RedisLog.Connected(logger, EndPoints, options.Prefix);
        }
        else
        {
            TellUnreachable(exception: null);
            _health.LookForUnreachable(multiplexer, isKnown: true);
        }
    }

    private async Task ObserveAsync(Task connecting)
    {
        try
        {
            await connecting.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            RedisLog.ConnectFailed(logger, exception);
        }
    }

    private void TellUnreachable(Exception? exception)
    {
        if (Interlocked.Exchange(ref _hasToldUnreachable, 1) == 0)
        {
            RedisLog.Unreachable(logger, exception, EndPoints);
        }
    }

    private void OnFailed(object? sender, ConnectionFailedEventArgs failure)
    {
        _health.Lost(failure);
        Changed?.Invoke();
    }

    private void OnRestored(object? sender, ConnectionFailedEventArgs success)
    {
        if (_multiplexer is { } multiplexer)
        {
            _health.Restored(success, multiplexer);
        }

        Changed?.Invoke();
    }
}
