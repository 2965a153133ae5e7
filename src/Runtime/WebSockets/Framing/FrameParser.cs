using System.Buffers;
using System.Net.WebSockets;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace Upwire;

/// <summary>Turns the bytes of a client into messages, by the rules of RFC 6455 and the limits of the endpoint. Knows no transport.</summary>
/// <param name="limits">The limits.</param>
/// <param name="sender">Answers pings.</param>
/// <param name="inflater">Inflates messages; null where compression was not agreed on.</param>
internal sealed class FrameParser(ConnectionLimits limits, FrameSender sender, MessageInflater? inflater) : IDisposable
{
    private MessageAssembler _assembler;
    private Utf8Validator _text;
    private WebSocketMessageType? _type;
    private FrameHeader _frame;
    private long _remaining;
    private long _declared;
    private int _fragments;
    private bool _isInFrame;
    private bool _isClose;
    private bool _isCompressed;
    private MessageLoan _message;

    /// <summary>Whether a message has begun that is not complete.</summary>
    public bool IsInMessage => _type is not null;

    /// <summary>What the close frame says, after <see cref="ParseOutcome.Closed"/>.</summary>
    public ClosePayload? Close { get; private set; }

    /// <summary>The rule, after <see cref="ParseOutcome.Violated"/>.</summary>
    public FrameViolation? Violation { get; private set; }

    /// <summary>Takes the message over, after <see cref="ParseOutcome.Message"/>. It lies in the buffer that was parsed, or in a rented array.</summary>
    public MessageLoan TakeMessage()
    {
        var message = _message;
        _message = default;
        return message;
    }

    /// <summary>
    /// Takes a message that is there to its last byte, in one frame and in one piece of the transport's memory, as most are. Calls nobody, so that
    /// it may be called with a lock held. Whatever else comes next is left as it is, to <see cref="Parse"/>.
    /// </summary>
    /// <param name="buffer">What has arrived; the frame is cut off.</param>
    /// <param name="message">The message. It lies in the buffer.</param>
    public bool TryTakeWhole(ref ReadOnlySequence<byte> buffer, out MessageLoan message)
    {
        var piece = buffer.First;
        if (_isInFrame || _type is not null || !FrameHeader.TryRead(piece.Span, out var header) || !IsWhole(header, piece.Length))
        {
            message = default;
            return false;
        }

        // The memory is ours until we give it back, so the message is unmasked where it is.
        var payload = MemoryMarshal.AsMemory(piece.Slice(header.Size, (int)header.PayloadLength));
        Masking.Apply(payload.Span, payload.Span, header.Mask, offset: 0);
        if (header.Opcode == Opcode.Text && !Utf8.IsValid(payload.Span))
        {
            Masking.Apply(payload.Span, payload.Span, header.Mask, offset: 0);
            message = default;
            return false;
        }

        message = new(new(header.MessageType, payload), Rented: null, buffer.Start);
        buffer = buffer.Slice(header.Size + header.PayloadLength);
        return true;
    }

    /// <summary>Reads on.</summary>
    /// <param name="buffer">What has arrived; what is taken of it is cut off.</param>
    public ParseOutcome Parse(ref ReadOnlySequence<byte> buffer)
    {
        while (true)
        {
            if (!_isInFrame)
            {
                if (TryTakeWhole(ref buffer, out _message))
                {
                    return ParseOutcome.Message;
                }

                if (!FrameHeader.TryRead(buffer, out var header))
                {
                    return ParseOutcome.NeedMore;
                }

                if ((FrameRules.Check(header, mayBeCompressed: inflater is not null) ?? CheckPlace(header)) is { } violation)
                {
                    return Violate(violation);
                }

                if (header.IsControl)
                {
                    if (TakeControl(header, ref buffer) is { } outcome)
                    {
                        return outcome;
                    }

                    continue;
                }

                BeginFrame(header, ref buffer);
            }

            if (!TakePayload(ref buffer))
            {
                return Violate(FrameViolation.InvalidText);
            }

            if (_remaining > 0)
            {
                return ParseOutcome.NeedMore;
            }

            _isInFrame = false;
            if (_frame.IsFinal)
            {
                return FinishAssembled();
            }
        }
    }

    /// <summary>Reads on after our close frame, when only the client's own is of interest, and nothing of what it sends is judged.</summary>
    /// <returns>Whether the client's close frame has come.</returns>
    public bool Discard(ref ReadOnlySequence<byte> buffer)
    {
        while (true)
        {
            long skipped = Math.Min(_remaining, buffer.Length);
            buffer = buffer.Slice(skipped);
            _remaining -= skipped;
            if (_remaining == 0 && _isClose)
            {
                return true;
            }

            if (_remaining > 0 || !FrameHeader.TryRead(buffer, out var header))
            {
                return false;
            }

            // Whole: bytes that nobody has read would make a reset of the end.
            _isClose = header.Opcode == Opcode.Close;

            // A length that makes no sense leaves no way to find the next frame: the rest is bytes.
            _remaining = header.PayloadLength < 0 ? long.MaxValue : header.PayloadLength;
            buffer = buffer.Slice(header.Size);
        }
    }

    /// <summary>Gives back all memory.</summary>
    public void Dispose()
    {
        _assembler.Clear();
        inflater?.Dispose();
    }

    // By the rules, and within the limits: else it is for Parse to say what is wrong.
    private bool IsWhole(in FrameHeader header, int arrived) =>
        header is { IsFinal: true, Opcode: Opcode.Text or Opcode.Binary }
        && header.PayloadLength <= Math.Min(limits.MaxMessageSize, arrived - header.Size)
        && FrameRules.Check(header, mayBeCompressed: false) is null;

    // RFC 6455 5.4, and the limits, before a byte of the payload is kept.
    private FrameViolation? CheckPlace(in FrameHeader header)
    {
        if (header.IsControl)
        {
            return null;
        }

        if (header.Opcode == Opcode.Continuation != _type is not null)
        {
            return _type is null ? FrameViolation.NothingToContinue : FrameViolation.NotContinued;
        }

        long largest = header.IsCompressed || _isCompressed ? LargestCompressed() : limits.MaxMessageSize;
        return header.PayloadLength > largest - _assembler.Length ? FrameViolation.TooLarge
            : _fragments >= limits.MaxFragments ? FrameViolation.TooManyFragments
            : null;
    }

    // What a message within the limit may take at the worst: DEFLATE has fixed codes of 9 bits for some bytes (RFC 1951 3.2.6), and
    // a client may end each frame with an empty block of 5 bytes (RFC 7692 7.2.1).
    private long LargestCompressed() => Math.Min(Array.MaxLength, limits.MaxMessageSize + (limits.MaxMessageSize / 8L) + (5L * _fragments) + 64);

    private ParseOutcome? TakeControl(in FrameHeader header, ref ReadOnlySequence<byte> buffer)
    {
        if (buffer.Length < header.Size + header.PayloadLength)
        {
            return ParseOutcome.NeedMore;
        }

        Span<byte> payload = stackalloc byte[FrameHeader.MaxControlPayload];
        payload = payload[..(int)header.PayloadLength];
        buffer.Slice(header.Size, header.PayloadLength).CopyTo(payload);
        Masking.Apply(payload, payload, header.Mask, offset: 0);
        if (header.Opcode == Opcode.Close)
        {
            return TakeClose(payload);
        }

        if (header.Opcode == Opcode.Ping)
        {
            sender.SendPong(payload);
        }

        buffer = buffer.Slice(header.Size + header.PayloadLength);
        return null;
    }

    // The frame stays in the buffer: after it nothing is read, and where it breaks a rule, discarding finds it there and
    // knows that the client has said all that it will say.
    private ParseOutcome TakeClose(ReadOnlySpan<byte> payload)
    {
        if (ClosePayload.Read(payload, out var close) is { } violation)
        {
            return Violate(violation);
        }

        Close = close;
        return ParseOutcome.Closed;
    }

    private void BeginFrame(in FrameHeader header, ref ReadOnlySequence<byte> buffer)
    {
        if (header.Opcode != Opcode.Continuation)
        {
            _type = header.MessageType;
            _text = default;
            _declared = 0;
            _isCompressed = header.IsCompressed;
        }

        _frame = header;
        _fragments++;
        _remaining = header.PayloadLength;
        _declared += header.PayloadLength;
        _isInFrame = true;
        buffer = buffer.Slice(header.Size);
    }

    private bool TakePayload(ref ReadOnlySequence<byte> buffer)
    {
        _assembler.Reserve((int)Math.Min(_remaining, buffer.Length), (int)_declared);
        while (_remaining > 0 && !buffer.IsEmpty)
        {
            var piece = buffer.FirstSpan;
            piece = piece[..(int)Math.Min(_remaining, piece.Length)];
            var unmasked = _assembler.Append(piece, _frame.Mask, _frame.PayloadLength - _remaining);
            _remaining -= piece.Length;
            buffer = buffer.Slice(piece.Length);
            if (_type == WebSocketMessageType.Text && !_isCompressed && !_text.Accept(unmasked))
            {
                return false;
            }
        }

        return true;
    }

    private ParseOutcome FinishAssembled()
    {
        if (_isCompressed)
        {
            return FinishCompressed();
        }

        return Finish(_assembler.Message, _assembler.Detach(), _type != WebSocketMessageType.Text || _text.IsComplete);
    }

    private ParseOutcome FinishCompressed()
    {
        var violation = inflater!.Inflate(_assembler.Message, limits.MaxMessageSize, out var message);
        _assembler.Clear();
        _isCompressed = false;
        if (violation is not null)
        {
            return Violate(violation);
        }

        return Finish(message, message.Array, _type != WebSocketMessageType.Text || Utf8.IsValid(message));
    }

    private ParseOutcome Finish(ReadOnlyMemory<byte> data, byte[]? rented, bool isValid)
    {
        var message = new MessageLoan(new(_type!.Value, data), rented, InTransport: null);
        _type = null;
        _fragments = 0;
        if (!isValid)
        {
            message.ReturnRented();
            return Violate(FrameViolation.InvalidText);
        }

        _message = message;
        return ParseOutcome.Message;
    }

    private ParseOutcome Violate(FrameViolation violation)
    {
        Violation = violation;
        return ParseOutcome.Violated;
    }
}
