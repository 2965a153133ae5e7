namespace Upwire;

/// <summary>What a frame from a client must be like, whatever came before it (RFC 6455 5.1, 5.2, 5.5; RFC 7692 6).</summary>
internal static class FrameRules
{
    /// <summary>Judges a frame.</summary>
    /// <param name="header">Its head.</param>
    /// <param name="mayBeCompressed">Whether compression was agreed on.</param>
    public static FrameViolation? Check(in FrameHeader header, bool mayBeCompressed)
    {
        // That a message is compressed, its first frame says, and no other.
        if (header.HasReservedBits || (header.IsCompressed && !(mayBeCompressed && header.Opcode is Opcode.Text or Opcode.Binary)))
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
