using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace Upwire;

/// <summary>A frame that is about to be written: text is encoded only then, straight to where it goes.</summary>
internal readonly ref struct OutgoingFrame
{
    private readonly Opcode _opcode;
    private readonly ReadOnlySpan<byte> _payload;
    private readonly string? _text;

    public OutgoingFrame(Opcode opcode, ReadOnlySpan<byte> payload)
    {
        _opcode = opcode;
        _payload = payload;
        PayloadLength = payload.Length;
    }

    public OutgoingFrame(string text)
    {
        _opcode = Opcode.Text;
        _text = text;
        PayloadLength = Encoding.UTF8.GetByteCount(text);
    }

    public OutgoingFrame(SharedFrame shared)
        : this(shared.Opcode, shared.Payload.Span) => Shared = shared;

    /// <summary>The bytes of the payload.</summary>
    public int PayloadLength { get; }

    /// <summary>The bytes of the whole frame, not compressed.</summary>
    public int Size => FrameWriter.SizeOf(PayloadLength);

    /// <summary>What message it is; null where it is a control frame.</summary>
    public WebSocketMessageType? MessageType => _opcode switch
    {
        Opcode.Text => WebSocketMessageType.Text,
        Opcode.Binary => WebSocketMessageType.Binary,
        _ => null,
    };

    /// <summary>The frame that many get, if it is one.</summary>
    public SharedFrame? Shared { get; }

    public void WriteTo(IBufferWriter<byte> output)
    {
        if (Shared is not null)
        {
            output.Write(Shared.Bytes);
        }
        else if (_text is null)
        {
            FrameWriter.Write(output, _opcode, _payload);
        }
        else
        {
            FrameWriter.WriteText(output, _text, PayloadLength);
        }
    }

    /// <summary>Copies it, into a rented array. What is shared stays where it is.</summary>
    public PendingFrame ToPending()
    {
        if (Shared is not null)
        {
            return new(Shared);
        }

        byte[] buffer = ArrayPool<byte>.Shared.Rent(PayloadLength);
        CopyPayloadTo(buffer);
        return new(_opcode, buffer, PayloadLength);
    }

    public void CopyPayloadTo(Span<byte> destination)
    {
        if (_text is null)
        {
            _payload.CopyTo(destination);
        }
        else
        {
            Encoding.UTF8.GetBytes(_text, destination);
        }
    }
}
