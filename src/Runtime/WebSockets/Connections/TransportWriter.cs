using System.Buffers;
using System.IO.Pipelines;

namespace Upwire;

/// <summary>
/// The transport's memory, as it is written to: what one flush sends is told to the transport at once, however many frames it is. Guarded by the gate
/// of the <see cref="FrameSender"/>, and while a flush is under way its own.
/// </summary>
/// <param name="output">The transport.</param>
internal sealed class TransportWriter(PipeWriter output) : IBufferWriter<byte>
{
    private Memory<byte> _memory;
    private int _written;
    private ValueTask<FlushResult> _flush;

    public void Advance(int count) => _written += count;

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Memory to write to.</summary>
    /// <exception cref="InvalidOperationException">The transport takes nothing any more.</exception>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_memory.Length - _written < Math.Max(sizeHint, 1))
        {
            HandOver();
            _memory = output.GetMemory(sizeHint);
        }

        return _memory[_written..];
    }

    /// <summary>Calls when the flush that is under way has completed.</summary>
    public void OnFlushed(Action continuation) => _flush.GetAwaiter().UnsafeOnCompleted(continuation);

    // Whatever a transport throws is the end of its connection, also what the stream of some middleware does: on a thread
    // of the transport's it would be the end of the process.
#pragma warning disable CA1031
    /// <summary>Sends what has been written.</summary>
    /// <returns>Whether it is sent already.</returns>
    public bool BeginFlush()
    {
        try
        {
            HandOver();

            // Never with a token: a cancelled write may break the transport.
            _flush = output.FlushAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            _flush = ValueTask.FromException<FlushResult>(exception);
        }

        return _flush.IsCompleted;
    }

    /// <summary>Ends a flush that has completed.</summary>
    /// <returns>Whether the transport takes more.</returns>
    public bool EndFlush()
    {
        try
        {
            return !_flush.GetAwaiter().GetResult().IsCompleted;
        }
        catch (Exception)
        {
            return false;
        }
    }
#pragma warning restore CA1031

    private void HandOver()
    {
        if (_written > 0)
        {
            output.Advance(_written);
        }

        _memory = default;
        _written = 0;
    }
}
