using System.Buffers;

namespace Upwire;

/// <summary>The frames that wait while the transport is being flushed. Guarded by the gate of the <see cref="FrameSender"/>.</summary>
internal sealed class Backlog
{
    // Neither is there before a client reads slower than it is written to.
    private LinkedList<PendingFrame>? _frames;
    private byte[]? _pong;

    /// <summary>The bytes of all frames that wait.</summary>
    public long Size { get; private set; }

    public void Add(PendingFrame frame)
    {
        frame.Place = (_frames ??= new()).AddLast(frame);
        Size += frame.Length;
    }

    /// <summary>Keeps an answer to a ping in the place of an earlier one.</summary>
    public void SetPong(ReadOnlySpan<byte> payload) => _pong = payload.ToArray();

    /// <summary>Takes a frame back, if its sender has not been told yet that it is sent. Nothing of it stays: a client may stall for long.</summary>
    public void Withdraw(PendingFrame frame, CancellationToken stop)
    {
        if (frame.Sender!.TrySetCanceled(stop))
        {
            Remove(frame);
        }
    }

    /// <summary>Hands frames over, in their order, until the limit is reached. A pong goes first, so that it never follows a close.</summary>
    /// <returns>The bytes that were written.</returns>
    public long WriteTo(IBufferWriter<byte> output, int limit)
    {
        long written = 0;
        if (_pong is { } payload)
        {
            var pong = new OutgoingFrame(Opcode.Pong, payload);
            pong.WriteTo(output);
            written += pong.Size;
            _pong = null;
        }

        while (written < limit && _frames is { Count: > 0 })
        {
            var frame = _frames.First!.Value;
            output.Write(frame.Bytes);
            written += frame.Length;
            frame.Sender?.TrySetResult();
            Remove(frame);
        }

        return written;
    }

    /// <summary>Drops everything, and fails those who wait for it.</summary>
    public void Fail(Func<Exception> reason)
    {
        _pong = null;
        while (_frames is { Count: > 0 })
        {
            var frame = _frames.First!.Value;
            frame.Sender?.TrySetException(reason());
            Remove(frame);
        }
    }

    private void Remove(PendingFrame frame)
    {
        _frames!.Remove(frame.Place!);
        Size -= frame.Length;
        frame.ReturnBuffer();
    }
}
