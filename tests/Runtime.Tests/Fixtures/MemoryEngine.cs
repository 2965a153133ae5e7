namespace Upwire.Runtime.Tests;

/// <summary>
/// What several backplanes of one test talk through. It delivers at once, or, when it is told to hold messages, in whichever order is
/// allowed: of each sender and channel in their own. It can be away, and a node can be cut off.
/// </summary>
internal sealed class MemoryEngine
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(MemoryBackplane Node, string Channel), int> _subscriptions = [];
    private readonly Dictionary<(MemoryBackplane From, string Channel, MemoryBackplane To), Queue<byte[]>> _held = [];

    public bool IsAway { get; set; }

    public bool HoldsMessages { get; set; }

    /// <summary>Completes subscriptions only when this does; null for at once.</summary>
    public TaskCompletionSource? Confirmation { get; set; }

    /// <summary>Completes publishing only when this does; null for at once.</summary>
    public TaskCompletionSource? Acceptance { get; set; }

    /// <summary>Which messages it takes and does not deliver, by their channel; null for none.</summary>
    public Predicate<string>? Loses { get; set; }

    /// <summary>The bytes of the largest message so far.</summary>
    public int LargestMessage { get; private set; }

    /// <summary>The channels of all messages that were published, in their order.</summary>
    public List<string> Published { get; } = [];

    public int SubscribersOf(string channel)
    {
        lock (_gate)
        {
            return _subscriptions.Count(subscription => subscription.Key.Channel == channel && subscription.Value == 1);
        }
    }

    public async Task SubscribeAsync(MemoryBackplane node, string channel)
    {
        ThrowIfAway();
        if (Confirmation is { } confirmation)
        {
            await confirmation.Task;
        }

        Change(node, channel, to: 1);
    }

    public void Unsubscribe(MemoryBackplane node, string channel)
    {
        ThrowIfAway();
        Change(node, channel, to: 0);
    }

    public void Publish(MemoryBackplane from, string channel, ReadOnlyMemory<byte> message)
    {
        ThrowIfAway();
        List<MemoryBackplane> receivers;
        lock (_gate)
        {
            Published.Add(channel);
            LargestMessage = Math.Max(LargestMessage, message.Length);
            if (Loses?.Invoke(channel) == true)
            {
                return;
            }

            // The sender's own node gets it as well, as with most engines.
            receivers = [.. _subscriptions.Where(subscription => subscription.Key.Channel == channel && subscription.Value == 1).Select(subscription => subscription.Key.Node)];
            if (HoldsMessages)
            {
                foreach (var to in receivers)
                {
                    (_held.TryGetValue((from, channel, to), out var queue) ? queue : _held[(from, channel, to)] = new()).Enqueue(message.ToArray());
                }

                return;
            }
        }

        foreach (var to in receivers)
        {
            to.Receive(channel, message.Span);
        }
    }

    /// <summary>Delivers what was held, in a random one of the orders that are allowed.</summary>
    public void DeliverHeld(Random random) => DeliverHeld(random, static _ => true);

    /// <summary>Delivers what was held of some channels.</summary>
    public void DeliverHeld(Random random, Func<string, bool> isOf)
    {
        while (true)
        {
            (MemoryBackplane From, string Channel, MemoryBackplane To) way;
            byte[] message;
            lock (_gate)
            {
                var ways = _held.Where(way => way.Value.Count > 0 && isOf(way.Key.Channel)).ToList();
                if (ways.Count == 0)
                {
                    return;
                }

                way = ways[random.Next(ways.Count)].Key;
                message = _held[way].Dequeue();
            }

            way.To.Receive(way.Channel, message);
        }
    }

    private void ThrowIfAway()
    {
        if (IsAway)
        {
            throw new IOException("The engine is away.");
        }
    }

    private void Change(MemoryBackplane node, string channel, int to)
    {
        lock (_gate)
        {
            int now = _subscriptions.GetValueOrDefault((node, channel));
            Assert.True(now != to, $"The channel '{channel}' is {(to == 1 ? "subscribed to" : "left")} twice.");
            _subscriptions[(node, channel)] = to;
        }
    }
}
