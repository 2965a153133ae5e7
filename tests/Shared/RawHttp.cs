using System.Net.Sockets;
using System.Text;

namespace Upwire.Tests;

/// <summary>A client that sends whatever it is told, as no HttpClient would.</summary>
public static class RawHttp
{
    /// <summary>Sends bytes as they are and reads what comes back until the server closes the connection.</summary>
    /// <param name="server">Where the server listens.</param>
    /// <param name="request">The bytes, one for each character. The server must be asked to close, unless it does so because of what they are.</param>
    /// <param name="andLeave">Whether nothing comes after them. Kestrel may then answer nothing any more.</param>
    public static async Task<string> SendAsync(Uri server, string request, bool andLeave = false)
    {
        using var timeout = new CancellationTokenSource(Patience.Limit);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.Host, server.Port, timeout.Token);
        using var reader = new StreamReader(new NetworkStream(socket), Encoding.UTF8);

        // Both at once: a server that has seen enough answers, and reads no more.
        var sending = WriteAsync(socket, Encoding.Latin1.GetBytes(request), andLeave, timeout.Token);
        try
        {
            return await reader.ReadToEndAsync(timeout.Token);
        }
        catch (IOException) when (andLeave)
        {
            return "";
        }
        finally
        {
            await sending;
        }
    }

    private static async Task WriteAsync(Socket socket, byte[] bytes, bool andLeave, CancellationToken stop)
    {
        try
        {
            for (int sent = 0; sent < bytes.Length;)
            {
                sent += await socket.SendAsync(bytes.AsMemory(sent), stop);
            }

            if (andLeave)
            {
                socket.Shutdown(SocketShutdown.Send);
            }
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown)
        {
        }
    }
}
