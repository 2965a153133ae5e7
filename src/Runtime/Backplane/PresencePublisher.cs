using System.Collections.Concurrent;

namespace Upwire;

/// <summary>
/// Tells other servers of watched groups, in the order in which it is told itself. It is told under the gates of groups; what it has is published
/// when it is flushed, outside of them, as nobody knows what an engine does meanwhile.
/// </summary>
internal sealed class PresencePublisher(BackplanePublisher publisher, string self)
{
    private readonly ConcurrentQueue<(string Channel, IEnumerable<ReadOnlyMemory<byte>> Parts)> _queue = new();
    private int _isFlushing;
    private volatile bool _isOver;

    /// <summary>All members of a group.</summary>
    public void State(string group, long version, WebSocketMember[] members) =>
        _queue.Enqueue((BackplaneChannels.Watch(group), EnvelopeWriter.State(self, group, version, members)));

    /// <summary>A member has joined, changed, or left, where nothing is known of it now.</summary>
    public void Change(string group, long version, string id, WebSocketMember? now) =>
        Add(BackplaneChannels.Watch(group), now is null ? EnvelopeWriter.Leave(self, group, version, id) : EnvelopeWriter.Update(self, group, version, now));

    /// <summary>Nothing new: what has been told led to this version.</summary>
    public void Version(string group, long version) => Add(BackplaneChannels.Watch(group), EnvelopeWriter.VersionOf(self, group, version));

    /// <summary>This server watches groups, still.</summary>
    public void Watch(string[] groups) => Add(BackplaneChannels.All, EnvelopeWriter.Watch(EnvelopeKind.Watch, self, groups));

    /// <summary>This server watches a group no more.</summary>
    public void Unwatch(string group) => Add(BackplaneChannels.All, EnvelopeWriter.Watch(EnvelopeKind.Unwatch, self, group));

    /// <summary>This server watches a group, and wants to know its members on all others.</summary>
    public void AskAllForState(string group) => Add(BackplaneChannels.All, EnvelopeWriter.Watch(EnvelopeKind.StateRequest, self, group));

    /// <summary>This server watches groups, and wants to know their members on another.</summary>
    public void AskForState(string node, params string[] groups) =>
        Add(BackplaneChannels.Node(node), EnvelopeWriter.Watch(EnvelopeKind.StateRequest, self, groups));

    /// <summary>This server goes: what it would tell after that would be taken for its return.</summary>
    public void End() => _isOver = true;

    /// <summary>Publishes everything, or leaves it to whoever does that already.</summary>
    public void Flush() => _ = FlushAsync();

    private async Task FlushAsync()
    {
        while (!_queue.IsEmpty && Interlocked.Exchange(ref _isFlushing, 1) == 0)
        {
            while (_queue.TryDequeue(out var next))
            {
                if (!_isOver)
                {
                    await publisher.TryPublishPartsAsync(next.Channel, next.Parts);
                }
            }

            Interlocked.Exchange(ref _isFlushing, 0);
        }
    }

    private void Add(string channel, ReadOnlyMemory<byte> message) => _queue.Enqueue((channel, [message]));
}
