using System.Collections.Concurrent;

namespace Upwire;

/// <summary>
/// The connections that messages to many were written to and that are to be flushed. They are on another thread, behind what is queued there: what
/// else is sent to them meanwhile goes out with it. Where more has been queued by then, they are flushed behind that, too, but no later: it may be the
/// next message to the same.
/// </summary>
internal sealed class FlushQueue : IThreadPoolWorkItem
{
    private readonly ConcurrentQueue<FrameSender> _senders = new();
    private int _isScheduled;

    // Belongs to whoever has scheduled it.
    private bool _hasLetPass;

    public static FlushQueue Shared { get; } = new();

    /// <summary>Queues a connection. Whoever does calls <see cref="Schedule"/> when it has written to all.</summary>
    public void Add(FrameSender sender) => _senders.Enqueue(sender);

    public void Schedule()
    {
        if (!_senders.IsEmpty && Interlocked.Exchange(ref _isScheduled, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        _hasLetPass = !_hasLetPass && ThreadPool.PendingWorkItemCount > 0;
        if (_hasLetPass)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
            return;
        }

        // What is queued from here on may be another's: where there are cores, several go through the queue at once.
        Interlocked.Exchange(ref _isScheduled, 0);
        while (_senders.TryDequeue(out var sender))
        {
            sender.FlushPosted();
        }
    }
}
