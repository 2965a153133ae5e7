using System.Buffers;
using Microsoft.AspNetCore.Connections;

namespace Upwire;

/// <summary>Gives Kestrel its memory in large blocks.</summary>
internal sealed class LargeBlockPoolFactory(TimeProvider? time = null) : IMemoryPoolFactory<byte>
{
    public MemoryPool<byte> Create(MemoryPoolOptions? options = null) => new LargeBlockPool(time ?? TimeProvider.System);
}
