namespace Upwire.Redis.Tests;

/// <summary>One redis-server for a class of tests that leave it alone.</summary>
public sealed class RedisFixture : IAsyncDisposable
{
    private readonly Lazy<Task<RedisServer>> _server = new(static () => RedisServer.StartedAsync());

    /// <summary>Starts it for the first test; where there is none, each test says so by itself.</summary>
    public Task<RedisServer> GetAsync() => _server.Value;

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated && RedisServer.IsInstalled)
        {
            await (await _server.Value).DisposeAsync();
        }
    }
}
