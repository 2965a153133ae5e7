using System.Buffers;

namespace Upwire;

/// <summary>A frame that waits until the transport takes bytes again.</summary>
internal struct PendingFrame
{
    private readonly Opcode _opcode;
    private readonly byte[]? _buffer;
    private readonly int _length;
    private readonly SharedFrame? _shared;

    /// <summary>A frame of its own.</summary>
    /// <param name="opcode">What it is.</param>
    /// <param name="buffer">A rented array with its payload.</param>
    /// <param name="length">The bytes of the payload.</param>
    public PendingFrame(Opcode opcode, byte[] buffer, int length) => (_opcode, _buffer, _length) = (opcode, buffer, length);

    /// <summary>A frame that others get, too.</summary>
    public PendingFrame(SharedFrame shared) => (_shared, _length) = (shared, shared.Payload.Length);

    /// <summary>Completed when the frame has been handed to the transport; null where its sender did not have to wait.</summary>
    public TaskCompletionSource? Sender { get; set; }

    /// <summary>The sending to many that waits for this one to be handed to the transport; null where it does not wait.</summary>
    public Broadcast? Broadcast { get; set; }

    public readonly OutgoingFrame Frame => _shared is null ? new(_opcode, _buffer.AsSpan(0, _length)) : new(_shared);

    /// <summary>The bytes of the whole frame, not compressed.</summary>
    public readonly int Size => FrameWriter.SizeOf(_length);

    /// <summary>The frame waits no longer: it was handed over, or dropped. Nobody waits for it, or all is well.</summary>
    public readonly void Complete()
    {
        Sender?.TrySetResult();
        Broadcast?.OnDone();
    }

    /// <summary>The frame will never be sent. Who sends to many is not told: the others have it.</summary>
    public readonly void Fail(Exception reason)
    {
        Sender?.TrySetException(reason);
        Broadcast?.OnDone();
    }

    public readonly void ReturnBuffer()
    {
        if (_buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }
}
