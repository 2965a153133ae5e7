using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text;
using System.Text.Unicode;

namespace Upwire;

/// <summary>What a close frame says (RFC 6455 5.5.1).</summary>
/// <param name="Status">The close code; <see cref="WebSocketCloseStatus.Empty"/> where the frame has none.</param>
/// <param name="Reason">The reason; empty where the frame has none.</param>
internal sealed record ClosePayload(WebSocketCloseStatus Status, string Reason)
{
    /// <summary>The bytes that a reason may have: a control frame's 125 less those of the code.</summary>
    public const int MaxReasonSize = FrameHeader.MaxControlPayload - sizeof(ushort);

    private static readonly ClosePayload Empty = new(WebSocketCloseStatus.Empty, "");

    /// <summary>Reads the payload of a client's close frame.</summary>
    /// <returns>Which rule it breaks; null where it breaks none.</returns>
    public static FrameViolation? Read(ReadOnlySpan<byte> payload, out ClosePayload close)
    {
        close = Empty;
        if (payload.IsEmpty)
        {
            return null;
        }

        if (payload.Length < sizeof(ushort) || !MayBeSent(BinaryPrimitives.ReadUInt16BigEndian(payload)))
        {
            return FrameViolation.InvalidCloseFrame;
        }

        if (!Utf8.IsValid(payload[sizeof(ushort)..]))
        {
            return FrameViolation.InvalidText;
        }

        close = new((WebSocketCloseStatus)BinaryPrimitives.ReadUInt16BigEndian(payload), Encoding.UTF8.GetString(payload[sizeof(ushort)..]));
        return null;
    }

    /// <summary>Whether a code may stand in a close frame: those of RFC 6455 7.4.1 and the IANA registry, and the ranges of 7.4.2.</summary>
    public static bool MayBeSent(int code) => code is (>= 1000 and <= 1003) or (>= 1007 and <= 1014) or (>= 3000 and <= 4999);

    /// <summary>Refuses what cannot be said in a close frame.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The status may not be sent.</exception>
    /// <exception cref="ArgumentException">The reason is too long, or there is one without a status.</exception>
    public static void Validate(WebSocketCloseStatus status, string? reason)
    {
        if (status == WebSocketCloseStatus.Empty)
        {
            if (!string.IsNullOrEmpty(reason))
            {
                throw new ArgumentException("A close frame without a status has no room for a reason.", nameof(reason));
            }

            return;
        }

        if (!MayBeSent((int)status))
        {
            throw new ArgumentOutOfRangeException(
                nameof(status),
                status,
                "RFC 6455 allows 1000 to 1003, 1007 to 1014 and 3000 to 4999 in a close frame; 4000 to 4999 are the application's own.");
        }

        if (reason is not null && Encoding.UTF8.GetByteCount(reason) > MaxReasonSize)
        {
            throw new ArgumentException($"The reason of a close frame has at most {MaxReasonSize} bytes of UTF-8.", nameof(reason));
        }
    }

    /// <summary>Writes the payload.</summary>
    /// <returns>How many bytes it has.</returns>
    public int Write(Span<byte> destination)
    {
        if (Status == WebSocketCloseStatus.Empty)
        {
            return 0;
        }

        BinaryPrimitives.WriteUInt16BigEndian(destination, (ushort)Status);
        return sizeof(ushort) + Encoding.UTF8.GetBytes(Reason, destination[sizeof(ushort)..]);
    }
}
