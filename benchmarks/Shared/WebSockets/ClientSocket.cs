using System.Text;

namespace Benchmarks;

/// <summary>A WebSocket from the client's side, as plain as can be: what opens and closes it is compared, byte by byte, to what must come.</summary>
internal sealed class ClientSocket : IDisposable
{
    // The example of RFC 6455 1.3.
    private const string Key = "dGhlIHNhbXBsZSBub25jZQ==";
    private const string Accept = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

    // 1000, with a mask that changes nothing.
    private static readonly byte[] MaskedClose = [0x88, 0x82, 0, 0, 0, 0, 0x03, 0xE8];
    private static readonly byte[] Close = [0x88, 0x02, 0x03, 0xE8];

    private static ReadOnlySpan<byte> EndOfHeaders => "\r\n\r\n"u8;

    private readonly IClientTransport _transport;

    // What came together with the answer to the handshake.
    private ReadOnlyMemory<byte> _early;

    private ClientSocket(IClientTransport transport) => _transport = transport;

    /// <summary>Completes what sockets wait for on the one thread that waits for all of them. To be called before the first socket is made.</summary>
    public static void UseOneThread()
    {
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1");
        Environment.SetEnvironmentVariable("DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT", "1");
    }

    public static byte[] Request(Uri server, string path) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {Key}\r\n\r\n");

    public static async Task<ClientSocket> OpenAsync(Uri server, byte[] request) => await OpenAsync(await SocketTransport.ConnectAsync(server), request);

    public static async Task<ClientSocket> OpenAsync(IClientTransport transport, byte[] request)
    {
        var client = new ClientSocket(transport);
        try
        {
            await client.SendAsync(request);
            byte[] answer = new byte[1024];
            int length = 0;
            int end;
            while ((end = answer.AsSpan(0, length).IndexOf(EndOfHeaders)) < 0)
            {
                length += await client.ReceiveAsync(answer.AsMemory(length));
            }

            end += EndOfHeaders.Length;
            client._early = answer.AsMemory(end, length - end);
            string text = Encoding.ASCII.GetString(answer, 0, end);
            return text.StartsWith("HTTP/1.1 101 ", StringComparison.Ordinal) && text.Contains($"Sec-WebSocket-Accept: {Accept}\r\n", StringComparison.Ordinal)
                ? client
                : throw new InvalidDataException(text);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Sends some bytes: the server reads all the time, so they are taken whole.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await _transport.SendAsync(bytes)..];
        }
    }

    public async ValueTask<int> ReceiveAsync(Memory<byte> buffer)
    {
        if (!_early.IsEmpty)
        {
            _early.CopyTo(buffer);
            int early = _early.Length;
            _early = default;
            return early;
        }

        int received = await _transport.ReceiveAsync(buffer);
        return received > 0 ? received : throw new InvalidDataException("The server closed the connection.");
    }

    /// <summary>Sends a close frame with 1000.</summary>
    public ValueTask SendCloseAsync() => SendAsync(MaskedClose);

    /// <summary>Closes with 1000, and waits for the server's answer and for the end.</summary>
    public async Task CloseAsync()
    {
        await SendCloseAsync();
        byte[] answer = new byte[Close.Length + 1];
        int length = 0;
        for (int received = 1; received > 0; length += received)
        {
            received = await _transport.ReceiveAsync(answer.AsMemory(length));
        }

        if (!answer.AsSpan(0, length).SequenceEqual(Close))
        {
            throw new InvalidDataException($"Not a close frame: {Convert.ToHexString(answer, 0, length)}");
        }
    }

    public void Dispose() => _transport.Dispose();
}
