using System.Collections.Concurrent;

namespace Upwire;

/// <summary>
/// The connections that messages to many were written to and that are to be flushed. They are on another thread, some in a turn, and then behind what is
/// queued there: what else is sent to the others meanwhile goes out with it, and a message to thousands keeps nobody from being read.
/// </summary>
internal sealed class FlushQueue : IThreadPoolWorkItem
{
    /// <summary>How many are flushed in a turn at least.</summary>
    public const int SmallestTurn = 16;

    // Of many, a share: what is queued before each turn delays the last of them, so that there may not be as many turns as they are.
    private const int Share = 8;

    private readonly ConcurrentQueue<FrameSender> _senders = new();
    private int _isScheduled;

    /// <summary>Queues a connection. Whoever does calls <see cref="Schedule"/> when it has written to all.</summary>
    public void Add(FrameSender sender) => _senders.Enqueue(sender);

    public void Schedule()
    {
        if (!_senders.IsEmpty && Interlocked.Exchange(ref _isScheduled, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    /// <summary>Flushes those that have waited longest.</summary>
    public void FlushTurn()
    {
        int count = Math.Max(SmallestTurn, _senders.Count / Share);
        for (int i = 0; i < count && _senders.TryDequeue(out var sender); i++)
        {
            sender.FlushPosted();
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        // What is queued from here on may be another's: where there are cores, several go through the queue at once.
        Interlocked.Exchange(ref _isScheduled, 0);
        FlushTurn();
        Schedule();
    }
}
