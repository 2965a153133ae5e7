using System.Net.WebSockets;

namespace Upwire;

/// <summary>Why a client's frames end the connection: what it is told in the close frame.</summary>
/// <param name="Status">The close code (RFC 6455 7.4.1).</param>
/// <param name="Reason">Which rule was broken.</param>
internal sealed record FrameViolation(WebSocketCloseStatus Status, string Reason)
{
    public static readonly FrameViolation ReservedBits = Protocol("reserved bits are set");

    public static readonly FrameViolation ReservedOpcode = Protocol("reserved opcode");

    public static readonly FrameViolation NotMasked = Protocol("frame is not masked");

    public static readonly FrameViolation PaddedLength = Protocol("length is not in its shortest form");

    public static readonly FrameViolation NegativeLength = Protocol("length is over 63 bits");

    public static readonly FrameViolation FragmentedControl = Protocol("control frame is fragmented");

    public static readonly FrameViolation LongControl = Protocol("control frame is over 125 bytes");

    public static readonly FrameViolation NothingToContinue = Protocol("continuation of no message");

    public static readonly FrameViolation NotContinued = Protocol("new message inside another");

    public static readonly FrameViolation InvalidCloseFrame = Protocol("invalid close frame");

    public static readonly FrameViolation InvalidText = new(WebSocketCloseStatus.InvalidPayloadData, "text is not UTF-8");

    public static readonly FrameViolation InvalidCompression = new(WebSocketCloseStatus.InvalidPayloadData, "message does not inflate");

    public static readonly FrameViolation TooLarge = new(WebSocketCloseStatus.MessageTooBig, "message is too large");

    public static readonly FrameViolation TooManyFragments = new(WebSocketCloseStatus.PolicyViolation, "message has too many fragments");

    public static readonly FrameViolation Incomplete = new(WebSocketCloseStatus.PolicyViolation, "message took too long to become complete");

    private static readonly FrameViolation NotText = new(WebSocketCloseStatus.InvalidMessageType, "only text is understood");

    private static readonly FrameViolation NotBinary = new(WebSocketCloseStatus.InvalidMessageType, "only binary messages are understood");

    /// <summary>What a message breaks where only one type is taken; null where it is that one.</summary>
    public static FrameViolation? OfType(WebSocketMessageType type, WebSocketMessageType? only) =>
        only is null || type == only ? null
        : only == WebSocketMessageType.Text ? NotText
        : NotBinary;

    private static FrameViolation Protocol(string reason) => new(WebSocketCloseStatus.ProtocolError, reason);
}
