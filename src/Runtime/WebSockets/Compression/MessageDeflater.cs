using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;

namespace Upwire;

/// <summary>Writes messages as compressed frames (RFC 7692 7.2.1). Guarded by the gate of the <see cref="FrameSender"/>.</summary>
/// <param name="options">What was agreed on.</param>
internal sealed class MessageDeflater(WebSocketDeflateOptions options) : IDisposable
{
    // Without those before it, a shorter message has nothing to refer to, and becomes longer as often as not.
    private const int SmallestForItself = 128;

    private readonly CodecStream _stream = new();
    private WebSocket? _codec;

    /// <summary>Whether a frame is to be compressed: a message that is worth it.</summary>
    public bool Takes(in OutgoingFrame frame) =>
        frame.MessageType is not null && frame.PayloadLength >= (options.ServerContextTakeover ? 1 : SmallestForItself);

    /// <summary>Writes a message. One that many get is compressed once for all, where none before it counts.</summary>
    /// <returns>The bytes of its frame.</returns>
    /// <exception cref="InvalidOperationException">The transport takes nothing any more.</exception>
    public int Write(in OutgoingFrame frame, IBufferWriter<byte> output)
    {
        if (frame.Shared is not { } shared || options.ServerContextTakeover)
        {
            return Compress(frame, output);
        }

        var compressed = shared.Compressed(options.ServerMaxWindowBits, this);
        output.Write(compressed);
        return compressed.Length;
    }

    /// <summary>Compresses a message, as one of this connection's.</summary>
    /// <returns>The bytes of its frame.</returns>
    /// <exception cref="InvalidOperationException">The transport takes nothing any more.</exception>
    public int Compress(in OutgoingFrame frame, IBufferWriter<byte> output)
    {
        _codec ??= DeflateCodec.Create(_stream, options);
        byte[] payload = ArrayPool<byte>.Shared.Rent(frame.PayloadLength);
        long before = _stream.Written;
        try
        {
            frame.CopyPayloadTo(payload);
            _stream.Output = output;
            var sent = _codec.SendAsync(payload.AsMemory(0, frame.PayloadLength), frame.MessageType!.Value, endOfMessage: true, CancellationToken.None);
            Debug.Assert(sent.IsCompleted, "The stream never waits.");
            sent.GetAwaiter().GetResult();
        }
        catch (WebSocketException exception) when (exception.InnerException is InvalidOperationException)
        {
            throw new InvalidOperationException("The transport takes nothing any more.", exception);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(payload);
        }

        return (int)(_stream.Written - before);
    }

    public void Dispose()
    {
        _codec?.Dispose();
        _stream.Dispose();
    }
}
