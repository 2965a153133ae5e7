using System.IO.Pipelines;

namespace Benchmarks;

/// <summary>A writer that counts.</summary>
internal sealed class NullWriter : PipeWriter
{
    private static readonly byte[] Buffer = new byte[64 * 1024];

    public long Written { get; private set; }

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => 0;

    public override void Advance(int bytes) => Written += bytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => Buffer;

    public override Span<byte> GetSpan(int sizeHint = 0) => Buffer;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => default;

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }
}
