using System.Buffers.Text;
using System.Security.Cryptography;

namespace Upwire;

/// <summary>Makes the names of connections.</summary>
internal static class ConnectionId
{
    // 128 random bits: nobody guesses one, and no two servers make the same.
    public static string Create()
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }
}
