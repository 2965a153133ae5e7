namespace Benchmarks;

/// <summary>
/// Measures peers in turns, so that whatever slows the machine down slows all of them. The thread pool of a process on one core finds one of several
/// ways to work, and keeps it: the rounds are spread over some processes of each peer, each of which does all rows.
/// </summary>
/// <param name="count">How many rounds, at least.</param>
/// <param name="duration">How long each peer takes in a round.</param>
internal sealed class Rounds(int count, TimeSpan duration)
{
    private readonly int _processes = Math.Min(count, 3);

    /// <summary>Measures.</summary>
    /// <param name="starts">What starts the peers.</param>
    /// <param name="rows">What is measured of them.</param>
    /// <param name="open">Begins a row with a peer.</param>
    /// <returns>For each row the rounds of each peer, in the order of <paramref name="starts"/>.</returns>
    public async Task<List<(TRow Row, List<List<Measurement>> Measured)>> MeasureAsync<TPeer, TRow>(
        IReadOnlyList<Func<TPeer>> starts,
        IReadOnlyList<TRow> rows,
        Func<TRow, TPeer, Task<ILoad>> open)
        where TPeer : IPeer
    {
        var all = rows.Select(row => (Row: row, Measured: starts.Select(static _ => new List<Measurement>()).ToList())).ToList();
        for (int i = 0; i < _processes; i++)
        {
            var peers = new List<TPeer>();
            try
            {
                peers.AddRange(starts.Select(static start => start()));
                foreach (var (row, measured) in all)
                {
                    await MeasureAsync(peers, peer => open(row, peer), measured);
                }
            }
            finally
            {
                peers.ForEach(static peer => peer.Dispose());
            }
        }

        return all;
    }

    private async Task MeasureAsync<TPeer>(List<TPeer> peers, Func<TPeer, Task<ILoad>> open, List<List<Measurement>> measured)
        where TPeer : IPeer
    {
        var loads = new List<ILoad>();
        foreach (var peer in peers)
        {
            var load = await open(peer);
            await WarmUp.RunAsync(peer, load.RunAsync);
            loads.Add(load);
        }

        for (int round = 0; round < (count + _processes - 1) / _processes; round++)
        {
            for (int i = 0; i < peers.Count; i++)
            {
                measured[i].Add(await MeasureAsync(peers[i], loads[i]));
            }
        }

        foreach (var load in loads)
        {
            await load.DisposeAsync();
        }
    }

    private async Task<Measurement> MeasureAsync(IPeer peer, ILoad load)
    {
        var before = peer.Measure();
        var (done, time, waits) = await load.RunAsync(duration);
        var after = peer.Measure();
        double cpu = after.CpuMicroseconds - before.CpuMicroseconds;
        return new(done / time.TotalSeconds, cpu / done, cpu / time.TotalMicroseconds, (double)(after.AllocatedBytes - before.AllocatedBytes) / done, waits);
    }
}
