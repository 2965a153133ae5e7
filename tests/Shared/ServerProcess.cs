using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Upwire.Tests;

/// <summary>A web server as a process of its own, as its users start it.</summary>
public sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];
    private bool _isDisposed;

    private ServerProcess(Process process) => _process = process;

    public Uri Address => _address.Task.Result;

    /// <summary>Starts one of the programs that the tests are built with (build/StartedPrograms.targets).</summary>
    /// <param name="name">The name of its assembly.</param>
    /// <param name="port">The port on 127.0.0.1; 0 for any that is free.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    public static Task<ServerProcess> StartBuiltAsync(string name, int port = 0, IReadOnlyDictionary<string, string>? environment = null)
    {
        string program = typeof(ServerProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == name).Value!;
        return StartAsync("dotnet", [program], port, environment);
    }

    /// <summary>Starts the program and waits until it listens.</summary>
    /// <param name="program">The executable.</param>
    /// <param name="arguments">Its arguments; the address is added to them.</param>
    /// <param name="port">The port on 127.0.0.1; 0 for any that is free.</param>
    /// <param name="environment">Variables beside those of this process.</param>
    public static async Task<ServerProcess> StartAsync(string program, IEnumerable<string> arguments, int port = 0, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, [.. arguments, "--urls", $"http://127.0.0.1:{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var server = new ServerProcess(Process.Start(start)!);
        server._process.OutputDataReceived += (_, line) => server.Read(line.Data);
        server._process.ErrorDataReceived += (_, line) => server.Read(line.Data);
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        try
        {
            await server._address.Task.WaitAsync(Patience.Limit);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks it to stop, as whoever deploys does (SIGTERM), and waits until it has.</summary>
    public async Task StopAsync()
    {
        using var timeout = new CancellationTokenSource(Patience.Limit);
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync(timeout.Token);
        await _process.WaitForExitAsync(timeout.Token);
    }

    // The process itself, by its id, and nothing else: at once, as when a machine loses power.
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        if (!_process.HasExited)
        {
            _process.Kill();
            using var timeout = new CancellationTokenSource(Patience.Limit);
            await _process.WaitForExitAsync(timeout.Token);
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException($"The program ended:\n{string.Join('\n', _output)}"));
            return;
        }

        lock (_output)
        {
            _output.Add(line);
        }

        if (Listening().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
