using System.Buffers;

namespace Upwire;

/// <summary>Encodes one frame of known size into a rented array.</summary>
internal sealed class PendingFrameWriter(int size) : IBufferWriter<byte>
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(size);
    private int _written;

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0) => _buffer.AsMemory(_written);

    public Span<byte> GetSpan(int sizeHint = 0) => _buffer.AsSpan(_written);

    public PendingFrame ToFrame() => new(_buffer, _written);
}
