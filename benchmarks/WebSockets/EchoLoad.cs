using System.Diagnostics;

namespace Benchmarks;

/// <summary>Messages that come back, on connections that stay open.</summary>
internal sealed class EchoLoad : ILoad
{
    private readonly List<EchoConnection> _connections;

    private EchoLoad(List<EchoConnection> connections) => _connections = connections;

    public static async Task<ILoad> OpenAsync(Uri server, string path, EchoTraffic traffic)
    {
        var random = new Random(1);
        byte[] request = ClientSocket.Request(server, path);
        var connections = new List<EchoConnection>();
        for (int i = 0; i < traffic.Connections; i++)
        {
            connections.Add(await EchoConnection.OpenAsync(server, request, traffic, random));
        }

        return new EchoLoad(connections);
    }

    public async Task<(long Count, TimeSpan Time)> RunAsync(TimeSpan duration)
    {
        long begin = Stopwatch.GetTimestamp();
        long[] counts = await Task.WhenAll(_connections.Select(connection => connection.RunAsync(begin, duration)));
        return (counts.Sum(), Stopwatch.GetElapsedTime(begin));
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(_connections.Select(static connection => connection.CloseAsync()));
}
