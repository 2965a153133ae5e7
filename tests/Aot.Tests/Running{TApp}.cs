using Upwire.Aot.Tests;

namespace Upwire.Integration.Tests;

/// <summary>The controllers of the integration tests as a native binary: what the linked tests take for their application.</summary>
public class UpwireApp(PublishFolder publishFolder) : TestedApp, IAsyncLifetime
{
    private const string Project = "tests/Integration.Tests.Native";

    private readonly HttpClient _client = CreateClient();
    private ServerProcess? _server;

    public override HttpClient Client => NativeToolchain.Running(_client);

    public async ValueTask InitializeAsync()
    {
        if (NativeToolchain.WhyNot() is not null)
        {
            return;
        }

        var (folder, _) = await publishFolder.PublishAsync(Project);
        _server = await ServerProcess.StartAsync(Path.Combine(folder, OperatingSystem.IsWindows() ? "Upwire.Integration.Tests.Native.exe" : "Upwire.Integration.Tests.Native"), []);
        _client.BaseAddress = _server.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
