using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Upwire.Runtime.Tests;

/// <summary>A client that writes whatever bytes it is given, and tells a FIN from a reset.</summary>
internal sealed class RawWebSocketClient : IDisposable
{
    public const string Key = "dGhlIHNhbXBsZSBub25jZQ==";

    private readonly TcpClient _tcp = new() { NoDelay = true };
    private readonly List<byte> _read = [];
    private NetworkStream _stream = null!;

    private RawWebSocketClient()
    {
    }

    public static async Task<RawWebSocketClient> ConnectAsync(Uri address)
    {
        var client = new RawWebSocketClient();
        await Within.Time(client._tcp.ConnectAsync(IPAddress.Loopback, address.Port), "a TCP connection");
        client._stream = client._tcp.GetStream();
        return client;
    }

    /// <summary>Connects and goes through the handshake.</summary>
    public static async Task<RawWebSocketClient> OpenAsync(Uri address, string path = "/ws", byte[]? firstBytes = null)
    {
        var client = await ConnectAsync(address);
        await client.WriteAsync([.. Encoding.ASCII.GetBytes(Handshake(path)), .. firstBytes ?? []]);
        var response = await client.ReadResponseAsync();
        Assert.Equal(101, response.Status);
        return client;
    }

    /// <summary>A request that is right, but for the headers that are given: null leaves one out.</summary>
    public static string Handshake(string path = "/ws", string method = "GET", string version = "HTTP/1.1", params (string Name, string? Value)[] headers)
    {
        var all = new List<(string Name, string? Value)>
        {
            ("Host", "localhost"), ("Upgrade", "websocket"), ("Connection", "Upgrade"), ("Sec-WebSocket-Key", Key), ("Sec-WebSocket-Version", "13"),
        };
        all.RemoveAll(header => headers.Any(other => other.Name == header.Name));
        all.AddRange(headers);
        return $"{method} {path} {version}\r\n{string.Concat(all.Where(header => header.Value is not null).Select(header => $"{header.Name}: {header.Value}\r\n"))}\r\n";
    }

    public Task WriteAsync(string text) => WriteAsync(Encoding.ASCII.GetBytes(text));

    public Task WriteAsync(byte[] bytes) => Within.Time(_stream.WriteAsync(bytes), "the server to read");

    public Task SendAsync(params ClientFrame[] frames) => WriteAsync(ClientFrame.Bytes(frames));

    /// <summary>Sends a FIN.</summary>
    public void EndSending() => _tcp.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Sends a RST.</summary>
    public void Reset() => _tcp.Client.Close(timeout: 0);

    public async Task<RawResponse> ReadResponseAsync()
    {
        while (true)
        {
            string text = Encoding.Latin1.GetString([.. _read]);
            int end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                var response = RawResponse.Parse(text[..end]);
                _read.RemoveRange(0, end + 4);
                return response;
            }

            Assert.True(await FillAsync(), "The connection ended before the response.");
        }
    }

    public async Task<ServerFrame> ReceiveAsync()
    {
        while (true)
        {
            if (TryTake(out var frame))
            {
                return frame;
            }

            Assert.True(await FillAsync(), "The connection ended before a frame.");
        }
    }

    /// <summary>Reads the close frame, and nothing before it.</summary>
    public async Task<ServerFrame> ReceiveCloseAsync()
    {
        var frame = await ReceiveAsync();
        Assert.Equal(Opcode.Close, frame.Opcode);
        return frame;
    }

    /// <summary>Reads over messages to the close frame.</summary>
    public async Task ReceiveUntilCloseAsync()
    {
        // Not frame by frame: there may be very many.
        while (true)
        {
            byte[] bytes = [.. _read];
            ReadOnlySpan<byte> rest = bytes;
            while (ServerFrame.TryRead(ref rest, out var frame))
            {
                if (frame.Opcode == Opcode.Close)
                {
                    Assert.True(rest.IsEmpty, "Something follows the close frame.");
                    return;
                }
            }

            _read.RemoveRange(0, bytes.Length - rest.Length);
            Assert.True(await FillAsync(), "The connection ended before the close frame.");
        }
    }

    /// <summary>Awaits the FIN: a reset fails the test, and so does anything that comes before it.</summary>
    public async Task ExpectEndAsync()
    {
        Assert.False(await FillAsync(), "Something came where the end was to come.");
    }

    /// <summary>Awaits the end, be it a FIN or a reset.</summary>
    public async Task ExpectAbortAsync()
    {
        try
        {
            await ExpectEndAsync();
        }
        catch (IOException exception) when (exception.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset })
        {
        }
    }

    /// <summary>Reads some bytes, or the end.</summary>
    public Task ReceiveSomethingAsync() => FillAsync();

    /// <summary>Reads whatever comes, to the FIN.</summary>
    public async Task ReceiveToEndAsync()
    {
        while (await FillAsync())
        {
            _read.Clear();
        }
    }

    public void Dispose() => _tcp.Dispose();

    private bool TryTake(out ServerFrame frame)
    {
        byte[] bytes = [.. _read];
        ReadOnlySpan<byte> rest = bytes;
        bool isThere = ServerFrame.TryRead(ref rest, out frame);
        _read.RemoveRange(0, isThere ? bytes.Length - rest.Length : 0);
        return isThere;
    }

    private async Task<bool> FillAsync()
    {
        byte[] buffer = new byte[16 * 1024];
        int count = await Within.Time(_stream.ReadAsync(buffer), "bytes of the server, or the end");
        _read.AddRange(buffer.AsSpan(0, count));
        return count > 0;
    }
}
