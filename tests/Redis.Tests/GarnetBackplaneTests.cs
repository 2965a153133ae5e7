namespace Upwire.Redis.Tests;

public sealed class GarnetBackplaneTests(GarnetFixture garnet) : BackplaneTests, IClassFixture<GarnetFixture>
{
    internal override Task<Node> StartAsync(Action<UpwireRedisOptions>? configure = null) => Node.StartAsync(garnet.Configuration, configure);
}
