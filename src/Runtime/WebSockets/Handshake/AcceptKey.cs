using System.Security.Cryptography;
using System.Text;

namespace Upwire;

/// <summary>Proves to a client that its request was understood as a WebSocket's (RFC 6455 4.2.2, step 5.4).</summary>
internal static class AcceptKey
{
    private static ReadOnlySpan<byte> Suffix => "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"u8;

#pragma warning disable CA5350 // SHA-1 is what the protocol says; it protects nothing here.
    public static string Compute(string key)
    {
        Span<byte> text = stackalloc byte[64];
        int length = Encoding.ASCII.GetBytes(key, text);
        Suffix.CopyTo(text[length..]);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(text[..(length + Suffix.Length)], hash);
        return Convert.ToBase64String(hash);
    }
#pragma warning restore CA5350
}
