using System.Net;
using System.Net.Sockets;

namespace Benchmarks;

/// <summary>A connection over loopback.</summary>
internal sealed class SocketTransport : IClientTransport
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    private SocketTransport()
    {
    }

    public static async Task<SocketTransport> ConnectAsync(Uri server)
    {
        var transport = new SocketTransport();
        try
        {
            await transport._socket.ConnectAsync(IPAddress.Loopback, server.Port);
            return transport;
        }
        catch
        {
            transport.Dispose();
            throw;
        }
    }

    public ValueTask<int> SendAsync(ReadOnlyMemory<byte> bytes) => _socket.SendAsync(bytes, SocketFlags.None);

    public ValueTask<int> ReceiveAsync(Memory<byte> buffer) => _socket.ReceiveAsync(buffer, SocketFlags.None);

    public void Dispose() => _socket.Dispose();
}
