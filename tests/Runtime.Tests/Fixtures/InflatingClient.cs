using System.Net.WebSockets;
using System.Text;

namespace Upwire.Runtime.Tests;

/// <summary>.NET's own client, which reads what the engine has written.</summary>
internal sealed class InflatingClient : IDisposable
{
    private readonly MemoryStream _input = new();
    private readonly WebSocket _socket;

    public InflatingClient() => _socket = WebSocket.CreateFromStream(
        _input, new WebSocketCreationOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan, DangerousDeflateOptions = DeflatingClient.Options(takesOver: true) });

    /// <summary>Reads the texts of whole frames.</summary>
    public async Task<List<string>> ReadTextsAsync(byte[] bytes)
    {
        _input.SetLength(0);
        _input.Write(bytes);
        _input.Position = 0;
        var texts = new List<string>();
        ReadOnlyMemory<byte> rest = bytes;
        while (!rest.IsEmpty)
        {
            rest = SkipFrame(rest);
            texts.Add(Encoding.UTF8.GetString((await Echo.ReceiveAsync(_socket)).Data));
        }

        return texts;
    }

    public void Dispose() => _socket.Dispose();

    private static ReadOnlyMemory<byte> SkipFrame(ReadOnlyMemory<byte> bytes)
    {
        var rest = bytes.Span;
        Assert.True(ServerFrame.TryRead(ref rest, out _));
        return bytes[^rest.Length..];
    }
}
