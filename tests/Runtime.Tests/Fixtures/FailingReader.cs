using System.IO.Pipelines;

namespace Upwire.Runtime.Tests;

/// <summary>A transport that fails when bytes are given back to it.</summary>
internal sealed class FailingReader(PipeReader inner) : PipeReader
{
    public override void AdvanceTo(SequencePosition consumed) => throw new InvalidOperationException("no bytes wanted");

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => throw new InvalidOperationException("no bytes wanted");

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) => inner.ReadAsync(cancellationToken);

    public override bool TryRead(out ReadResult result) => inner.TryRead(out result);
}
