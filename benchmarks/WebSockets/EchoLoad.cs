using System.Diagnostics;

namespace Benchmarks;

/// <summary>Messages that come back, on connections that stay open.</summary>
internal sealed class EchoLoad : ILoad
{
    private readonly List<EchoConnection> _connections;
    private readonly Waits _waits = new();

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

    public async Task<LoadResult> RunAsync(TimeSpan duration)
    {
        _waits.Clear();
        long begin = Stopwatch.GetTimestamp();
        long[] counts = await Task.WhenAll(_connections.Select(connection => connection.RunAsync(begin, duration, _waits)));
        return new(counts.Sum(), Stopwatch.GetElapsedTime(begin), _waits.Summarize());
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(_connections.Select(static connection => connection.CloseAsync()));
}
