using System.Buffers;
using System.Text;

namespace Upwire;

/// <summary>A frame that is about to be written: text is encoded only then, straight to where it goes.</summary>
internal readonly ref struct OutgoingFrame
{
    private readonly Opcode _opcode;
    private readonly ReadOnlySpan<byte> _payload;
    private readonly string? _text;
    private readonly int _payloadLength;

    public OutgoingFrame(Opcode opcode, ReadOnlySpan<byte> payload)
    {
        _opcode = opcode;
        _payload = payload;
        _payloadLength = payload.Length;
    }

    public OutgoingFrame(string text)
    {
        _opcode = Opcode.Text;
        _text = text;
        _payloadLength = Encoding.UTF8.GetByteCount(text);
    }

    /// <summary>The bytes of the whole frame.</summary>
    public int Size => FrameWriter.SizeOf(_payloadLength);

    public void WriteTo(IBufferWriter<byte> output)
    {
        if (_text is null)
        {
            FrameWriter.Write(output, _opcode, _payload);
        }
        else
        {
            FrameWriter.WriteText(output, _text, _payloadLength);
        }
    }

    /// <summary>Copies it, into a rented array.</summary>
    public PendingFrame ToPending()
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(_payloadLength);
        CopyPayloadTo(buffer);
        return new(_opcode, buffer, _payloadLength);
    }

    private void CopyPayloadTo(Span<byte> destination)
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
