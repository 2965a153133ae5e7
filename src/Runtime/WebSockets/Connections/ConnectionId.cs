using System.Buffers.Text;
using System.Security.Cryptography;

namespace Upwire;

/// <summary>The names of connections: one that nobody guesses, and behind a dot that of the server, so that each finds the way to it.</summary>
internal static class ConnectionId
{
    private const char Separator = '.';

    // 128 random bits: nobody guesses one, and no two servers make the same.
    public static string Create(string nodeId) => $"{Random(16)}{Separator}{nodeId}";

    /// <summary>Makes the name of a server. Nobody needs not to know it.</summary>
    public static string CreateNode() => Random(8);

    /// <summary>The server that a connection is at; empty where the name is none of ours.</summary>
    public static ReadOnlySpan<char> NodeOf(string id) => id.AsSpan(id.LastIndexOf(Separator) is var dot and >= 0 ? dot + 1 : id.Length);

    private static string Random(int length)
    {
        Span<byte> bytes = stackalloc byte[length];
        RandomNumberGenerator.Fill(bytes);
        return Base64Url.EncodeToString(bytes);
    }
}
