using System.IO.Pipelines;

namespace Upwire.Runtime.Tests;

/// <summary>Calls back before each flush.</summary>
internal sealed class FlushObserver(PipeWriter inner, Action onFlush) : PipeWriter
{
    public override void Advance(int bytes) => inner.Advance(bytes);

    public override Memory<byte> GetMemory(int sizeHint = 0) => inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => inner.GetSpan(sizeHint);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        onFlush();
        return inner.FlushAsync(cancellationToken);
    }
}
