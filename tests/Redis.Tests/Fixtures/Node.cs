using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Upwire.Redis.Tests;

/// <summary>One server of an application, as far as the backplane is concerned.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly IUpwireBackplane _backplane;

    private Node(Action<UpwireRedisOptions> configure)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Debug));
        services.AddUpwire().AddRedis(configure);
        _services = services.BuildServiceProvider();
        _backplane = _services.GetRequiredService<IUpwireBackplane>();
    }

    public LogCapture Log { get; } = new();

    public RecordingReceiver Received { get; } = new();

    public static Task<Node> StartAsync(string configuration, Action<UpwireRedisOptions>? configure = null) =>
        StartAsync(options =>
        {
            options.Configuration = ConfigurationOptions.Parse(configuration);
            configure?.Invoke(options);
        });

    public static async Task<Node> StartAsync(Action<UpwireRedisOptions> configure)
    {
        var node = new Node(configure);
        try
        {
            await Within.Time(node._backplane.StartAsync(node.Received, CancellationToken.None), "the backplane has started");
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    public Task SubscribeAsync(string channel) => Within.Time(SubscribeUntil(channel, CancellationToken.None), $"subscribed to {channel}");

    public Task SubscribeUntil(string channel, CancellationToken cancellation) => _backplane.SubscribeAsync(channel, cancellation);

    public Task UnsubscribeAsync(string channel) => Within.Time(_backplane.UnsubscribeAsync(channel, CancellationToken.None), $"unsubscribed from {channel}");

    public Task PublishAsync(string channel, string message) => PublishAsync(channel, Encoding.UTF8.GetBytes(message));

    public Task PublishAsync(string channel, ReadOnlyMemory<byte> message) => Within.Time(Begin(channel, message), $"published to {channel}");

    /// <summary>Publishes, without a limit of the test's own.</summary>
    public Task Begin(string channel, ReadOnlyMemory<byte> message) => _backplane.PublishAsync(channel, message).AsTask();

    /// <summary>Publishes until it succeeds, as who does not give up does.</summary>
    public async Task InsistAsync(Func<Node, Task> action)
    {
        using var timeout = new CancellationTokenSource(Within.Limit);
        while (true)
        {
            try
            {
                await action(this);
                return;
            }
            catch (Exception exception) when (RedisFailure.IsTransient(exception) || exception is InvalidOperationException)
            {
                await Task.Delay(10, timeout.Token);
            }
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
