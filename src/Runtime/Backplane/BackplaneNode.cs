using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Upwire;

/// <summary>This server among others: what it tells them, and what it does about what they say.</summary>
internal sealed class BackplaneNode : IUpwireBackplaneReceiver, IDisposable
{
    private readonly IUpwireBackplane _backplane;
    private readonly ConnectionDirectory _directory;
    private readonly LocalDelivery _delivery;
    private readonly BackplaneMetrics _metrics;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly TimeSpan _period;
    private readonly BackplanePublisher _publisher;
    private readonly Subscriptions _subscriptions;
    private readonly Census _census;
    private readonly WatchedGroups _watched;
    private readonly PresenceExchange _presence;
    private readonly CancellationTokenSource _stopping = new();
    private ITimer? _timer;

    public BackplaneNode(
        IUpwireBackplane backplane,
        ConnectionDirectory directory,
        LocalDelivery delivery,
        OpenConnections connections,
        WatchedGroups watched,
        IOptions<UpwireOptions> options,
        BackplaneMetrics metrics,
        ILoggerFactory loggers)
    {
        _backplane = backplane;
        _directory = directory;
        _delivery = delivery;
        _watched = watched;
        _metrics = metrics;
        _logger = loggers.CreateLogger(BackplaneLog.Category);
        _time = connections.Time;
        _period = options.Value.Backplane.LeaseTime / 3;
        _publisher = new(backplane, options.Value.Backplane, metrics, _time, _logger, _stopping.Token);
        _subscriptions = new(backplane, IsWanted, _time, _logger, _stopping.Token);
        _census = new(_publisher, directory.NodeId, options.Value.Backplane, _time, _logger);
        _presence = new(watched, new PresencePublisher(_publisher, directory.NodeId), _subscriptions);
        _census.Came += _presence.OnNodeCame;
        _census.Left += _presence.OnNodeLeft;
        directory.Groups.Changed += group => _subscriptions.OnChanged(BackplaneChannels.Group(group));
        directory.Users.Changed += user => _subscriptions.OnChanged(BackplaneChannels.User(user));
    }

    private string OwnChannel => BackplaneChannels.Node(_directory.NodeId);

    public async Task StartAsync(CancellationToken stop)
    {
        await _backplane.StartAsync(this, stop);
        BackplaneLog.Started(_logger, _directory.NodeId);
        _subscriptions.OnChanged(BackplaneChannels.All);
        _subscriptions.OnChanged(OwnChannel);
        _ = IntroduceAsync();
        _timer = _time.CreateTimer(static node => ((BackplaneNode)node!).OnPeriod(), this, _period, _period);
    }

    public async Task StopAsync()
    {
        await (_timer?.DisposeAsync() ?? default);
        _presence.End();
        await _census.LeaveAsync();
        await _stopping.CancelAsync();
    }

    /// <summary>Publishes a message for connections of other servers.</summary>
    /// <exception cref="UpwireBackplaneException">It could not be published, and its sender is to be told.</exception>
    public ValueTask PublishAsync(Audience audience, SharedFrame frame, CancellationToken stop)
    {
        string channel = BackplaneChannels.For(audience);

        // What is for a connection of this server, or of one that is there no more, need not cross.
        return channel == OwnChannel
            ? default
            : _publisher.SendAsync(channel, EnvelopeWriter.Message(_directory.NodeId, audience, frame), stop);
    }

    /// <summary>Completes when what is published for a group reaches this server.</summary>
    public Task WhenReachedAsync(string group) => _subscriptions.WhenReachedAsync(BackplaneChannels.Group(group));

    /// <summary>Counts the connections of an audience on the other servers.</summary>
    /// <exception cref="UpwireBackplaneException">They could not be asked.</exception>
    public async Task<long> CountAsync(Audience audience, CancellationToken stop)
    {
        long[] counts = await _census.AskAsync<long>(id => EnvelopeWriter.Request(EnvelopeKind.CountRequest, _directory.NodeId, id, audience), stop);
        return counts.Sum();
    }

    /// <summary>Lists the connections of an audience on the other servers.</summary>
    /// <exception cref="UpwireBackplaneException">They could not be asked.</exception>
    public Task<WebSocketMember[]> MembersAsync(Audience audience, CancellationToken stop) =>
        _census.AskAsync<WebSocketMember>(id => EnvelopeWriter.Request(EnvelopeKind.MembersRequest, _directory.NodeId, id, audience), stop);

    public void OnMessage(string channel, ReadOnlySpan<byte> message)
    {
        try
        {
            var envelope = new EnvelopeReader(message);
            if (envelope.Node != _directory.NodeId)
            {
                _metrics.OnReceived();
                Handle(envelope);
            }
        }
        catch (InvalidDataException exception)
        {
            BackplaneLog.NotUnderstood(_logger, channel, exception.Message);
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        _stopping.Dispose();
    }

    private void Handle(EnvelopeReader envelope)
    {
        string node = envelope.Node;

        // Overtaken by its farewell, as channels have no order among each other: taken up, it would bring the server back for a lease. A
        // message is for its receivers all the same.
        if (envelope.Kind != EnvelopeKind.Message && _census.HasGone(node))
        {
            return;
        }

        switch (envelope.Kind)
        {
            case EnvelopeKind.Message:
                var audience = envelope.ReadAudience();
                _delivery.Deliver(audience, envelope.ReadFrame(), waits: false);
                break;
            case EnvelopeKind.Alive:
                break;
            case EnvelopeKind.Hello:
                Answer(node, [EnvelopeWriter.Presence(EnvelopeKind.Alive, _directory.NodeId)]);
                break;
            case EnvelopeKind.Gone:
                _census.OnGone(node);
                return;
            case EnvelopeKind.CountRequest:
                long asked = envelope.ReadNumber();
                Answer(node, [EnvelopeWriter.CountAnswer(_directory.NodeId, asked, _delivery.Count(envelope.ReadAudience()))]);
                break;
            case EnvelopeKind.CountAnswer:
                long answered = envelope.ReadNumber();
                _census.OnAnswer(node, answered, new Part<long>(Total: 1, First: 0, [envelope.ReadNumber()]));
                break;
            case EnvelopeKind.MembersRequest:
                long listed = envelope.ReadNumber();
                Answer(node, EnvelopeWriter.MembersAnswer(_directory.NodeId, listed, [.. _delivery.Members(envelope.ReadAudience()).Select(_directory.Describe)]));
                break;
            case EnvelopeKind.MembersAnswer:
                long list = envelope.ReadNumber();
                _census.OnAnswer(node, list, envelope.ReadMembers());
                break;
            default:
                _presence.Handle(envelope);
                break;
        }

        _census.OnHeardOf(node);
    }

    private void OnPeriod()
    {
        _census.OnPeriod();
        _presence.OnPeriod();
    }

    private void Answer(string node, IEnumerable<ReadOnlyMemory<byte>> parts) => _ = _publisher.TryPublishPartsAsync(BackplaneChannels.Node(node), parts);

    private async Task IntroduceAsync()
    {
        await Task.WhenAll(_subscriptions.WhenReachedAsync(BackplaneChannels.All), _subscriptions.WhenReachedAsync(OwnChannel));
        await _census.IntroduceAsync(_stopping.Token);
    }

    private bool IsWanted(string channel) =>
        channel == BackplaneChannels.All || channel == OwnChannel || BackplaneChannels.IsWanted(channel, _directory, _watched);
}
