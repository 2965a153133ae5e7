using System.Buffers;

namespace Upwire;

/// <summary>A frame that waits until the transport takes bytes again.</summary>
/// <param name="opcode">What it is.</param>
/// <param name="buffer">A rented array with its payload.</param>
/// <param name="length">The bytes of the payload.</param>
internal sealed class PendingFrame(Opcode opcode, byte[] buffer, int length)
{
    /// <summary>Completed when the frame has been handed to the transport; null where its sender did not have to wait.</summary>
    public TaskCompletionSource? Sender { get; set; }

    /// <summary>Where it stands in the backlog.</summary>
    public LinkedListNode<PendingFrame>? Place { get; set; }

    public OutgoingFrame Frame => new(opcode, buffer.AsSpan(0, length));

    /// <summary>The bytes of the whole frame, not compressed.</summary>
    public int Size => FrameWriter.SizeOf(length);

    public void ReturnBuffer() => ArrayPool<byte>.Shared.Return(buffer);
}
