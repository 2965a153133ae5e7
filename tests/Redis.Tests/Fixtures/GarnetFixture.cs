using Garnet;
using Microsoft.Extensions.Logging.Abstractions;

namespace Upwire.Redis.Tests;

/// <summary>A server that speaks Redis' protocol, in the test's own process, so that nothing has to be installed.</summary>
public sealed class GarnetFixture : IDisposable
{
    private readonly GarnetServer _server;

    public GarnetFixture()
    {
        int port = FreePort.Next();
        Configuration = $"127.0.0.1:{port}";
        _server = new GarnetServer(["--bind", "127.0.0.1", "--port", $"{port}", "--memory", "16m", "--page", "1m", "--index", "1m", "-q"], NullLoggerFactory.Instance);
        _server.Start();
    }

    public string Configuration { get; }

    public void Dispose() => _server.Dispose();
}
