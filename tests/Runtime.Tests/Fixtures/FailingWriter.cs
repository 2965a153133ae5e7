using System.IO.Pipelines;

namespace Upwire.Runtime.Tests;

/// <summary>A transport whose flushes fail, or find that nobody reads any more.</summary>
internal sealed class FailingWriter(PipeWriter inner, Exception? exception) : PipeWriter
{
    public override void Advance(int bytes) => inner.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
        exception is null ? new(new FlushResult(isCanceled: false, isCompleted: true)) : ValueTask.FromException<FlushResult>(exception);
}
