using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Upwire;

/// <summary>
/// Checks that text is UTF-8 as it arrives, in pieces that may end in the middle of a character, and finds a fault as
/// soon as the byte that makes it one is there (RFC 6455 8.1).
/// </summary>
internal struct Utf8Validator
{
    // The beginning of a character whose other bytes have not come yet: at most three of four.
    private uint _begun;
    private int _begunLength;

    /// <summary>Takes the next piece.</summary>
    /// <returns>Whether the text can still be valid.</returns>
    public bool Accept(ReadOnlySpan<byte> piece)
    {
        while (_begunLength > 0 && piece.Length > 0)
        {
            if (!AcceptIntoBegun(piece[0]))
            {
                return false;
            }

            piece = piece[1..];
        }

        if (Utf8.IsValid(piece))
        {
            return true;
        }

        int end = EndOfWholeCharacters(piece);
        if (!Utf8.IsValid(piece[..end]))
        {
            return false;
        }

        foreach (byte next in piece[end..])
        {
            if (!AcceptIntoBegun(next))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the text may end here: no character is half there.</summary>
    public readonly bool IsComplete => _begunLength == 0;

    private bool AcceptIntoBegun(byte next)
    {
        Span<byte> bytes = stackalloc byte[4];
        BitConverter.TryWriteBytes(bytes, _begun);
        bytes[_begunLength++] = next;
        switch (Rune.DecodeFromUtf8(bytes[.._begunLength], out _, out int consumed))
        {
            case OperationStatus.Done:
                _begun = 0;
                _begunLength = 0;
                return true;
            case OperationStatus.NeedMoreData when consumed == _begunLength:
                _begun = BitConverter.ToUInt32(bytes);
                return true;
            default:
                return false;
        }
    }

    // Where the last character begins, if it may be an unfinished one.
    private static int EndOfWholeCharacters(ReadOnlySpan<byte> piece)
    {
        for (int back = 1; back <= Math.Min(3, piece.Length); back++)
        {
            byte current = piece[^back];
            if (current >= 0xC0)
            {
                return piece.Length - back;
            }

            if (current < 0x80)
            {
                break;
            }
        }

        return piece.Length;
    }
}
