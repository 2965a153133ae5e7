namespace Upwire.Redis.Tests;

/// <summary>A cluster of one node, which has all slots.</summary>
public sealed class ClusterFixture : IAsyncDisposable
{
    private readonly Lazy<Task<RedisServer>> _server = new(RedisServer.StartedClusterAsync);

    public Task<RedisServer> GetAsync() => _server.Value;

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated && RedisServer.IsInstalled)
        {
            await (await _server.Value).DisposeAsync();
        }
    }
}
