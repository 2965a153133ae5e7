using System.Diagnostics;
using System.Net.WebSockets;

namespace Upwire.Aot.Tests;

/// <summary>A sample, published as a native binary and running.</summary>
public abstract class NativeSample(PublishFolder publishFolder, string name, string firstPath) : IAsyncLifetime
{
    private ServerProcess? _server;
    private HttpClient? _client;
    private string _buildLog = "";

    public Uri Address => _server!.Address;

    public string BuildLog => NativeToolchain.Running(_buildLog);

    /// <summary>Size, and time from the start of the process to its first answer.</summary>
    public string Measured { get; private set; } = "";

    public HttpClient Client => NativeToolchain.Running(_client!);

    public async ValueTask InitializeAsync()
    {
        if (NativeToolchain.WhyNot() is not null)
        {
            return;
        }

        (string folder, _buildLog) = await publishFolder.PublishAsync($"samples/{name}");
        string binary = Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name);
        long begin = Stopwatch.GetTimestamp();
        _server = await ServerProcess.StartAsync(binary, []);
        _client = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = _server.Address, Timeout = Patience.Limit };
        using var first = await _client.GetAsync(firstPath);
        var startUp = Stopwatch.GetElapsedTime(begin);
        first.EnsureSuccessStatusCode();
        Measured = $"{name}: {new FileInfo(binary).Length / 1e6:F1} MB, first response after {startUp.TotalMilliseconds:F0} ms";
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    public Task<TestSocket> ConnectAsync(string path, Action<ClientWebSocketOptions>? configure = null)
    {
        _ = NativeToolchain.Running(_server);
        return TestSocket.ConnectAsync(Address, path, configure);
    }
}
