using System.IO.Compression;
using System.Net.WebSockets;

namespace Upwire.Runtime.Tests;

/// <summary>Compresses as a client does (RFC 7692 7.2.1), by a codec that is not the engine's.</summary>
/// <param name="takesOver">Whether a message may refer to those before it.</param>
internal sealed class DeflatingClient(bool takesOver = false)
{
    private readonly List<byte[]> _before = [];

    /// <summary>What is agreed on in tests that do not negotiate.</summary>
    public static WebSocketDeflateOptions Options(bool takesOver) => new() { ClientContextTakeover = takesOver, ServerContextTakeover = takesOver };

    /// <summary>Compresses a message.</summary>
    /// <param name="parts">After each of these, what has been written is flushed.</param>
    public byte[] Compress(params byte[][] parts)
    {
        using var output = new MemoryStream();
        using var deflate = new DeflateStream(output, CompressionLevel.Optimal, leaveOpen: true);
        foreach (byte[] part in _before)
        {
            deflate.Write(part);
            deflate.Flush();
        }

        output.SetLength(0);
        foreach (byte[] part in parts)
        {
            deflate.Write(part);
            deflate.Flush();
        }

        if (takesOver)
        {
            _before.AddRange(parts);
        }

        byte[] bytes = output.ToArray();
        if (bytes.Length == 0)
        {
            // RFC 7692 7.2.3.6: an empty message.
            return [0];
        }

        Assert.Equal([0, 0, 0xFF, 0xFF], bytes[^4..]);
        return bytes[..^4];
    }

    /// <summary>Compresses a message by blocks of which the last one says so (RFC 7692 7.2.3.4).</summary>
    public static byte[] CompressWithFinalBlock(byte[] data)
    {
        using var output = new MemoryStream();
        using (var deflate = new DeflateStream(output, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(data);
        }

        return [.. output.ToArray(), 0];
    }

    /// <summary>A compressed message in one frame.</summary>
    public ClientFrame Frame(Opcode opcode, byte[] data) => new(opcode, Compress(data)) { ReservedBits = 4 };

    /// <summary>Reads what the server has compressed without a reference to other messages.</summary>
    public static byte[] Decompress(byte[] payload)
    {
        using var input = new MemoryStream([.. payload, 0, 0, 0xFF, 0xFF]);
        using var deflate = new DeflateStream(input, CompressionMode.Decompress);
        using var output = new MemoryStream();
        deflate.CopyTo(output);
        return output.ToArray();
    }
}
