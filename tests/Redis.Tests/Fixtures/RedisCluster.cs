namespace Upwire.Redis.Tests;

/// <summary>A cluster, each of whose servers has as many of the slots.</summary>
internal sealed class RedisCluster : IAsyncDisposable
{
    private const int Slots = 16_384;

    private RedisCluster(RedisServer[] servers) => Servers = servers;

    public IReadOnlyList<RedisServer> Servers { get; }

    public string Configuration => string.Join(',', Servers.Select(static server => server.Configuration));

    public static async Task<RedisCluster> StartAsync(int count)
    {
        int[] busPorts = [.. Enumerable.Range(0, count).Select(static _ => FreePort.Next())];
        var cluster = new RedisCluster(await Task.WhenAll(busPorts.Select(StartServerAsync)));

        for (int i = 0; i < busPorts.Length; i++)
        {
            int begin = i * Slots / busPorts.Length;
            int end = ((i + 1) * Slots / busPorts.Length) - 1;
            await cluster.ExpectAsync(i, $"CLUSTER SET-CONFIG-EPOCH {i + 1}");
            await cluster.ExpectAsync(i, $"CLUSTER ADDSLOTSRANGE {begin} {end}");
            await cluster.ExpectAsync(0, $"CLUSTER MEET 127.0.0.1 {cluster.Servers[i].Port} {busPorts[i]}");
        }

        await Within.Time(Task.WhenAll(cluster.Servers.Select(WhenReadyAsync)), "the servers know each other");
        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in Servers)
        {
            await server.DisposeAsync();
        }
    }

    // One that no other has met does not know its address, and would give clients an empty one.
    private static Task<RedisServer> StartServerAsync(int busPort) => RedisServer.StartedAsync(
        "--cluster-enabled", "yes", "--cluster-port", $"{busPort}", "--cluster-announce-ip", "127.0.0.1", "--cluster-require-full-coverage", "no");

    private async Task ExpectAsync(int server, string command) =>
        Assert.StartsWith("+OK", await Servers[server].AskAsync(command), StringComparison.Ordinal);

    private static async Task WhenReadyAsync(RedisServer server)
    {
        string info;
        do
        {
            await Task.Delay(20);
            info = await server.AskAsync("CLUSTER INFO");
        }
        while (!info.Contains("cluster_state:ok", StringComparison.Ordinal) || !info.Contains($"cluster_slots_ok:{Slots}", StringComparison.Ordinal));
    }
}
