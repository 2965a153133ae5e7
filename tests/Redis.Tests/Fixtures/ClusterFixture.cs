namespace Upwire.Redis.Tests;

/// <summary>A cluster of one node, which has all slots.</summary>
public sealed class ClusterFixture : IAsyncDisposable
{
    private readonly Lazy<Task<RedisServer>> _server = new(StartAsync);

    public Task<RedisServer> GetAsync() => _server.Value;

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated && RedisServer.IsInstalled)
        {
            await (await _server.Value).DisposeAsync();
        }
    }

    private static async Task<RedisServer> StartAsync()
    {
        var server = await RedisServer.StartedAsync("--cluster-enabled", "yes", "--cluster-port", $"{FreePort.Next()}");
        Assert.StartsWith("+OK", await server.AskAsync("CLUSTER ADDSLOTSRANGE 0 16383"), StringComparison.Ordinal);
        while (!(await server.AskAsync("CLUSTER INFO")).Contains("cluster_state:ok", StringComparison.Ordinal))
        {
            await Task.Yield();
        }

        return server;
    }
}
