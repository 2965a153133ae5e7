namespace Upwire;

/// <summary>What a frame from a client must be like, whatever came before it (RFC 6455 5.1, 5.2, 5.5).</summary>
internal static class FrameRules
{
    public static FrameViolation? Check(in FrameHeader header)
    {
        // No extension is negotiated, so none of these bits has a meaning.
        if (header.HasReservedBits)
        {
            return FrameViolation.ReservedBits;
        }

        if (header.Opcode is not (Opcode.Continuation or Opcode.Text or Opcode.Binary or Opcode.Close or Opcode.Ping or Opcode.Pong))
        {
            return FrameViolation.ReservedOpcode;
        }

        if (!header.IsMasked)
        {
            return FrameViolation.NotMasked;
        }

        if (header.PayloadLength < 0)
        {
            return FrameViolation.NegativeLength;
        }

        if (header.IsControl && header.PayloadLength > FrameHeader.MaxControlPayload)
        {
            return FrameViolation.LongControl;
        }

        if (header.HasPaddedLength)
        {
            return FrameViolation.PaddedLength;
        }

        return header is { IsControl: true, IsFinal: false } ? FrameViolation.FragmentedControl : null;
    }
}
