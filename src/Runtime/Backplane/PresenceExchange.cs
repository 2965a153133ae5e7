namespace Upwire;

/// <summary>
/// What servers tell each other of watched groups. Who watches says so to all, and again in each part of a lease; who has members tells on the group's
/// channel, on which everything has its order: all of them once, in parts, each change with the next version, and the version from time to time. Who
/// sees that it has missed something asks for all of them again.
/// </summary>
internal sealed class PresenceExchange
{
    // Names have RecipientName.MaxLength characters, so that a message stays below 100 KB.
    private const int GroupsOfMessage = 100;

    private readonly WatchedGroups _groups;
    private readonly PresencePublisher _publisher;
    private readonly Subscriptions _subscriptions;

    public PresenceExchange(WatchedGroups groups, PresencePublisher publisher, Subscriptions subscriptions)
    {
        _groups = groups;
        _publisher = publisher;
        _subscriptions = subscriptions;
        groups.Connect(publisher);
        groups.Changed += OnWatchedHereChanged;
    }

    /// <summary>Renews what this server watches, and what it has told.</summary>
    public void OnPeriod()
    {
        _groups.OnPeriod();
        foreach (string[] groups in WatchedHere())
        {
            _publisher.Watch(groups);
        }

        _publisher.Flush();
    }

    /// <summary>A server is there of whose members nothing is known.</summary>
    public void OnNodeCame(string node)
    {
        foreach (string[] groups in WatchedHere())
        {
            _publisher.AskForState(node, groups);
        }

        _publisher.Flush();
    }

    /// <summary>A server is gone.</summary>
    public void OnNodeLeft(string node)
    {
        _groups.OnNodeLeft(node);
        _publisher.Flush();
    }

    /// <summary>This server goes, and says nothing more.</summary>
    public void End() => _publisher.End();

    /// <summary>Does what another server says.</summary>
    /// <exception cref="InvalidDataException">It is nothing of this.</exception>
    public void Handle(EnvelopeReader envelope)
    {
        string node = envelope.Node;
        switch (envelope.Kind)
        {
            case EnvelopeKind.Watch or EnvelopeKind.StateRequest:
                foreach (string watched in envelope.ReadTexts())
                {
                    _groups.OnWatch(watched, node, wantsState: envelope.Kind == EnvelopeKind.StateRequest);
                }

                break;
            case EnvelopeKind.Unwatch:
                foreach (string unwatched in envelope.ReadTexts())
                {
                    _groups.OnUnwatch(unwatched, node);
                }

                break;
            case EnvelopeKind.State or EnvelopeKind.Update or EnvelopeKind.Leave or EnvelopeKind.Version:
                HandleMembers(envelope);
                break;
            default:
                throw new InvalidDataException($"There is nothing of kind {envelope.Kind}.");
        }

        _publisher.Flush();
    }

    private void HandleMembers(EnvelopeReader envelope)
    {
        // Who watches no more may still be told.
        if (_groups.Find(envelope.ReadText()) is not { } group)
        {
            return;
        }

        string node = envelope.Node;
        long version = envelope.ReadNumber();
        switch (envelope.Kind)
        {
            case EnvelopeKind.State:
                group.OnState(node, version, envelope.ReadMembers());
                break;
            case EnvelopeKind.Update:
                var member = envelope.ReadMember();
                group.OnChange(node, version, member.ConnectionId, member);
                break;
            case EnvelopeKind.Leave:
                group.OnChange(node, version, envelope.ReadText(), now: null);
                break;
            default:
                group.OnVersion(node, version);
                break;
        }
    }

    private void OnWatchedHereChanged(string group)
    {
        string channel = BackplaneChannels.Watch(group);
        _subscriptions.OnChanged(channel);
        _ = AskForStateAsync(group, channel);
    }

    private async Task AskForStateAsync(string group, string channel)
    {
        // What is told before that would not reach this server.
        await _subscriptions.WhenReachedAsync(channel);
        if (_groups.IsWatchedHere(group))
        {
            _publisher.AskAllForState(group);
            _publisher.Flush();
        }
    }

    private IEnumerable<string[]> WatchedHere() =>
        _groups.All.Where(static group => group.IsWatchedHere).Select(static group => group.Name).Chunk(GroupsOfMessage);
}
