using System.Buffers;

namespace Upwire;

/// <summary>Writes frames straight into the transport's memory.</summary>
/// <param name="output">The transport.</param>
/// <param name="metrics">Counts the messages.</param>
/// <param name="deflater">Compresses messages; null where that was not agreed on.</param>
internal sealed class FrameEncoder(IBufferWriter<byte> output, EndpointMetrics metrics, MessageDeflater? deflater) : IDisposable
{
    /// <summary>Writes a frame.</summary>
    /// <returns>The bytes that it has taken.</returns>
    public int Write(in OutgoingFrame frame)
    {
        if (frame.MessageType is not null)
        {
            metrics.OnSent(frame.PayloadLength);
        }

        if (deflater is not null && deflater.Takes(frame))
        {
            return deflater.Write(frame, output);
        }

        frame.WriteTo(output);
        return frame.Size;
    }

    public void Dispose() => deflater?.Dispose();
}
