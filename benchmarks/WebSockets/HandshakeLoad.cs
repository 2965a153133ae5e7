using System.Diagnostics;

namespace Benchmarks;

/// <summary>Connections that are opened, closed with a close frame and its answer, and opened again.</summary>
internal sealed class HandshakeLoad(Uri server, string path, int connections) : ILoad
{
    private readonly Waits _waits = new();
    private readonly byte[] _request = ClientSocket.Request(server, path);

    public async Task<LoadResult> RunAsync(TimeSpan duration)
    {
        _waits.Clear();
        long begin = Stopwatch.GetTimestamp();
        long[] counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => OpenAndCloseAsync(begin, duration)));
        return new(counts.Sum(), Stopwatch.GetElapsedTime(begin), _waits.Summarize());
    }

    public ValueTask DisposeAsync() => default;

    private async Task<long> OpenAndCloseAsync(long begin, TimeSpan duration)
    {
        long count = 0;
        do
        {
            long asked = Stopwatch.GetTimestamp();
            using var socket = await ClientSocket.OpenAsync(server, _request);
            await socket.CloseAsync();
            _waits.Add(asked);
            count++;
        }
        while (Stopwatch.GetElapsedTime(begin) < duration);
        return count;
    }
}
