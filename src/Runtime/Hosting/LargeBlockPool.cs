using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Upwire;

/// <summary>Memory in blocks of one size. Those that are not in use are kept, up to a limit, and handed out again.</summary>
internal sealed class LargeBlockPool : MemoryPool<byte>
{
    /// <summary>The bytes of a block.</summary>
    public const int BlockSize = 64 * 1024;

    // 16 MiB. Kestrel has a pool for each of its queues, of which there is one for each processor.
    private const int LargestKept = 256;

    private readonly ConcurrentQueue<Block> _kept = new();
    private int _count;

    public override int MaxBufferSize => BlockSize;

    public override IMemoryOwner<byte> Rent(int minBufferSize = -1)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minBufferSize, BlockSize);
        if (!_kept.TryDequeue(out var block))
        {
            return new Block(this);
        }

        Interlocked.Decrement(ref _count);
        block.Rent();
        return block;
    }

    // What is kept goes with the pool, and what is rented is its renter's.
    protected override void Dispose(bool disposing)
    {
    }

    private void Keep(Block block)
    {
        if (Interlocked.Increment(ref _count) <= LargestKept)
        {
            _kept.Enqueue(block);
        }
        else
        {
            Interlocked.Decrement(ref _count);
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
