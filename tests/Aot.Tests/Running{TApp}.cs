using Upwire.Aot.Tests;

namespace Upwire.Integration.Tests;

/// <summary>An application of the integration tests in a native binary: what the linked tests talk to.</summary>
public sealed class Running<TApp>(PublishFolder publishFolder) : TestedApp, IAsyncLifetime
    where TApp : AppDefinition, new()
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
        string program = OperatingSystem.IsWindows() ? "Upwire.Integration.Tests.Native.exe" : "Upwire.Integration.Tests.Native";
        _server = await ServerProcess.StartAsync(Path.Combine(folder, program), ["--app", typeof(TApp).Name]);
        _client.BaseAddress = _server.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }
}
