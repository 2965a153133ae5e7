using System.Buffers;

namespace Upwire;

/// <summary>A whole frame that waits until the transport takes bytes again.</summary>
internal sealed class PendingFrame(byte[] buffer, int length)
{
    /// <summary>Completed when the frame has been handed to the transport; null where its sender did not have to wait.</summary>
    public TaskCompletionSource? Sender { get; set; }

    /// <summary>Where it stands in the backlog.</summary>
    public LinkedListNode<PendingFrame>? Place { get; set; }

    public int Length => length;

    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, length);

    public void ReturnBuffer() => ArrayPool<byte>.Shared.Return(buffer);
}
