namespace Benchmarks;

/// <summary>Measures peers in turns, so that whatever slows the machine down slows all of them.</summary>
/// <param name="count">How many rounds.</param>
/// <param name="duration">How long each peer takes in a round.</param>
/// <param name="warmUp">How long each peer runs before, at least.</param>
internal sealed class Rounds(int count, TimeSpan duration, TimeSpan warmUp)
{
    // Something is always compiled some day.
    private const int LongestWarmUp = 20;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    /// <summary>Measures.</summary>
    /// <param name="servers">The peers.</param>
    /// <param name="open">Begins a load with a peer.</param>
    /// <returns>The rounds of each peer, in the order of <paramref name="servers"/>.</returns>
    public async Task<List<List<Measurement>>> MeasureAsync(List<PeerServer> servers, Func<PeerServer, Task<ILoad>> open)
    {
        var measured = new List<List<Measurement>>();
        var loads = new List<ILoad>();
        foreach (var server in servers)
        {
            var load = await open(server);
            await WarmUpAsync(server, load);
            loads.Add(load);
            measured.Add([]);
        }

        for (int round = 0; round < count; round++)
        {
            for (int i = 0; i < servers.Count; i++)
            {
                measured[i].Add(await MeasureAsync(servers[i], loads[i]));
            }
        }

        foreach (var load in loads)
        {
            await load.DisposeAsync();
        }

        return measured;
    }

    // What the JIT compiles anew because it is hot takes its time on one busy core: until it has come to rest.
    private async Task WarmUpAsync(PeerServer server, ILoad load)
    {
        await load.RunAsync(warmUp);
        long compiled = -1;
        for (int i = 0; i < LongestWarmUp && server.Measure().CompiledMethods is var now && now != compiled; i++)
        {
            compiled = now;
            await load.RunAsync(Quiet);
        }
    }

    private async Task<Measurement> MeasureAsync(PeerServer server, ILoad load)
    {
        var before = server.Measure();
        var (done, time, slowestHundredth) = await load.RunAsync(duration);
        var after = server.Measure();
        double cpu = after.CpuMicroseconds - before.CpuMicroseconds;
        return new(done / time.TotalSeconds, cpu / done, cpu / time.TotalMicroseconds, (double)(after.AllocatedBytes - before.AllocatedBytes) / done, slowestHundredth);
    }
}
