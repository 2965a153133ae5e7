using System.Buffers;

namespace Upwire;

/// <summary>Writes frames straight into the transport's memory.</summary>
/// <param name="output">The transport.</param>
/// <param name="deflater">Compresses messages; null where that was not agreed on.</param>
internal sealed class FrameEncoder(IBufferWriter<byte> output, MessageDeflater? deflater) : IDisposable
{
    /// <summary>Writes a frame.</summary>
    /// <returns>The bytes that it has taken.</returns>
    public int Write(in OutgoingFrame frame)
    {
        if (deflater is not null && deflater.Takes(frame))
        {
            return deflater.Write(frame, output);
        }

        frame.WriteTo(output);
        return frame.Size;
    }

    public void Dispose() => deflater?.Dispose();
}
