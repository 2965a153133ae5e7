using System.Buffers;

namespace Upwire;

/// <summary>Both ends of a codec: it reads one frame of us and writes others for us, and never waits.</summary>
internal sealed class CodecStream : Stream
{
    private ReadOnlyMemory<byte> _header;
    private ReadOnlyMemory<byte> _payload;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>What is written goes here.</summary>
    public IBufferWriter<byte>? Output { get; set; }

    /// <summary>The bytes that have been written, of all frames.</summary>
    public long Written { get; private set; }

    /// <summary>The bytes that are still to be read.</summary>
    public int Unread => _header.Length + _payload.Length;

    /// <summary>Gives what is to be read next.</summary>
    public void SetInput(ReadOnlyMemory<byte> header, ReadOnlyMemory<byte> payload)
    {
        _header = header;
        _payload = payload;
    }

    public override int Read(Span<byte> buffer)
    {
        ref var source = ref _header.IsEmpty ? ref _payload : ref _header;
        int count = Math.Min(buffer.Length, source.Length);
        source.Span[..count].CopyTo(buffer);
        source = source[count..];
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer, offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Output!.Write(buffer);
        Written += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return default;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        Write(buffer, offset, count);
        return Task.CompletedTask;
    }

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
