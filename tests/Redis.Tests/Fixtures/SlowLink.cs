using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Upwire.Redis.Tests;

/// <summary>A network between nodes and a Redis: what goes there may be slow, and it can be cut, wherever in a command that is.</summary>
internal sealed class SlowLink : IAsyncDisposable
{
    private const int PieceSize = 4_096;

    private readonly int _target;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _ends = [];
    private readonly Task _accepting;

    public SlowLink(RedisServer server)
    {
        _target = server.Port;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Configuration => $"{_listener.LocalEndpoint}";

    /// <summary>How much goes to the server; null for as much as there is.</summary>
    public int? BytesPerSecond { get; set; }

    /// <summary>Ends all connections. New ones may be made.</summary>
    public void Cut()
    {
        foreach (var end in _ends.Keys)
        {
            _ends.TryRemove(end, out _);
            end.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        Cut();
        await Within.Time(_accepting, "the link has ended");
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                var server = new TcpClient();
                await server.ConnectAsync(IPAddress.Loopback, _target);
                _ends[client] = true;
                _ends[server] = true;
                _ = CarryAsync(client, server, isToServer: true);
                _ = CarryAsync(server, client, isToServer: false);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient from, TcpClient to, bool isToServer)
    {
        try
        {
            byte[] piece = new byte[PieceSize];
            int count;
            while ((count = await from.GetStream().ReadAsync(piece)) > 0)
            {
                if (isToServer && BytesPerSecond is { } rate)
                {
                    await Task.Delay(TimeSpan.FromSeconds((double)count / rate));
                }

                await to.GetStream().WriteAsync(piece.AsMemory(0, count));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }

        from.Dispose();
        to.Dispose();
    }
}
