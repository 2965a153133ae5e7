using System.Buffers;

namespace Upwire;

/// <summary>Writes frames straight into the transport's memory.</summary>
internal sealed class FrameEncoder(IBufferWriter<byte> output)
{
    /// <summary>Writes a frame.</summary>
    /// <returns>The bytes that it has taken.</returns>
    public int Write(in OutgoingFrame frame)
    {
        frame.WriteTo(output);
        return frame.Size;
    }
}
