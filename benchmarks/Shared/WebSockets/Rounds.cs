namespace Benchmarks;

/// <summary>
/// Measures peers in turns, so that whatever slows the machine down slows all of them. The thread pool of a process on one core finds one of several
/// ways to work, and keeps it: the rounds are spread over some processes of each peer.
/// </summary>
/// <param name="count">How many rounds, at least.</param>
/// <param name="duration">How long each peer takes in a round.</param>
/// <param name="warmUp">How long each peer runs before, at least.</param>
internal sealed class Rounds(int count, TimeSpan duration, TimeSpan warmUp)
{
    private const int Starts = 3;

    // Something is always compiled some day.
    private const int LongestWarmUp = 20;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    /// <summary>Measures.</summary>
    /// <param name="starts">What starts the peers.</param>
    /// <param name="open">Begins a load with a peer.</param>
    /// <returns>The rounds of each peer, in the order of <paramref name="starts"/>.</returns>
    public async Task<List<List<Measurement>>> MeasureAsync<TPeer>(IReadOnlyList<Func<TPeer>> starts, Func<TPeer, Task<ILoad>> open)
        where TPeer : IPeer
    {
        var measured = starts.Select(static _ => new List<Measurement>()).ToList();
        for (int i = 0; i < Starts; i++)
        {
            var peers = new List<TPeer>();
            try
            {
                peers.AddRange(starts.Select(static start => start()));
                await MeasureAsync(peers, open, measured);
            }
            finally
            {
                peers.ForEach(static peer => peer.Dispose());
            }
        }

        return measured;
    }

    private async Task MeasureAsync<TPeer>(List<TPeer> peers, Func<TPeer, Task<ILoad>> open, List<List<Measurement>> measured)
        where TPeer : IPeer
    {
        var loads = new List<ILoad>();
        foreach (var peer in peers)
        {
            var load = await open(peer);
            await WarmUpAsync(peer, load);
            loads.Add(load);
        }

        for (int round = 0; round < (count + Starts - 1) / Starts; round++)
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

    // What the JIT compiles anew because it is hot takes its time on one busy core: until it has come to rest.
    private async Task WarmUpAsync(IPeer peer, ILoad load)
    {
        await load.RunAsync(warmUp);
        long compiled = -1;
        for (int i = 0; i < LongestWarmUp && peer.Measure().CompiledMethods is var now && now != compiled; i++)
        {
            compiled = now;
            await load.RunAsync(Quiet);
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
