using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Upwire;

/// <summary>Memory in blocks of one size. Those that are not in use are kept, up to a limit, and handed out again, until they have not been needed for a while.</summary>
internal sealed class LargeBlockPool : MemoryPool<byte>
{
    /// <summary>How long blocks are kept that nobody needs, at least; it may be twice as long.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    /// <summary>The bytes of a block.</summary>
    public const int BlockSize = 64 * 1024;

    // 16 MiB. Kestrel has a pool for each of its queues, of which there is one for each processor.
    private const int LargestKept = 256;

    private readonly ConcurrentQueue<Block> _kept = new();
    private readonly ITimer _timer;
    private int _count;
    private int _leastCount;
    private int _isTimed;

    public LargeBlockPool(TimeProvider time) =>
        _timer = time.CreateTimer(static pool => ((LargeBlockPool)pool!).Forget(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public override int MaxBufferSize => BlockSize;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockSize);
        if (!_kept.TryDequeue(out var block))
        {
            return new Block(this);
        }

        // Two threads may each write theirs: then a few blocks too many, or too few, are forgotten.
        _leastCount = Math.Min(_leastCount, Interlocked.Decrement(ref _count));
        block.Rent();
        return block;
    }

    // What is kept goes with the pool, and what is rented is its renter's.
    protected override void Dispose(bool disposing) => _timer.Dispose();

    private void Keep(Block block)
    {
        if (Interlocked.Increment(ref _count) <= LargestKept)
        {
            _kept.Enqueue(block);
            StartTimer();
        }
        else
        {
            Interlocked.Decrement(ref _count);
        }
    }

    // As many as were there all the time: without them, none would have been missing.
    private void Forget()
    {
        for (int spare = _leastCount; spare > 0 && _kept.TryDequeue(out _); spare--)
        {
            Interlocked.Decrement(ref _count);
        }

        _leastCount = Volatile.Read(ref _count);
        if (_leastCount == 0)
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Volatile.Write(ref _isTimed, 0);
            if (!_kept.IsEmpty)
            {
                StartTimer();
            }
        }
    }

    private void StartTimer()
    {
        if (Volatile.Read(ref _isTimed) == 0 && Interlocked.Exchange(ref _isTimed, 1) == 0)
        {
            _timer.Change(Period, Period);
        }
    }

    private sealed class Block(LargeBlockPool pool) : IMemoryOwner<byte>
    {
        // Pinned: the system reads into it.
        private readonly byte[] _bytes = GC.AllocateUninitializedArray<byte>(BlockSize, pinned: true);
        private int _isRented = 1;

        public Memory<byte> Memory => MemoryMarshal.CreateFromPinnedArray(_bytes, 0, BlockSize);

        public void Rent() => Volatile.Write(ref _isRented, 1);

        // Given back twice, it would be two renters'.
        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isRented, 0) != 0)
            {
                pool.Keep(this);
            }
        }
    }
}
