using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Upwire.Redis.Tests;

/// <summary>A redis-server as a process of its own, on a port that stays the same when it is started again.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly string[] _arguments;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("upwire-redis-");
    private readonly StringBuilder _output = new();
    private Process? _process;

    /// <summary>Prepares a server; nothing runs yet.</summary>
    public RedisServer(params string[] arguments)
    {
        if (!IsInstalled)
        {
            InstalledProgram.Miss("redis-server is not on the PATH.");
        }

        _arguments = ["--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--dir", _folder.FullName, .. arguments];
    }

    public static bool IsInstalled { get; } = InstalledProgram.Find("redis-server") is not null;

    public int Port { get; } = FreePort.Next();

    public string Configuration => $"127.0.0.1:{Port}";

    public static async Task<RedisServer> StartedAsync(params string[] arguments)
    {
        var server = new RedisServer(arguments);
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts a cluster of one server, which has all slots.</summary>
    public static async Task<RedisServer> StartedClusterAsync() => (await RedisCluster.StartAsync(1)).Servers[0];

    /// <summary>Starts it, and waits until it takes connections.</summary>
    public async Task StartAsync()
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Process.Start(new ProcessStartInfo("redis-server", _arguments) { RedirectStandardOutput = true, WorkingDirectory = _folder.FullName })!;
        _process.OutputDataReceived += (_, line) => Read(line.Data, ready);
        _process.BeginOutputReadLine();
        await Within.Time(ready.Task, "redis-server is ready");
    }

    /// <summary>Stops it from doing anything, with its connections open.</summary>
    public Task SuspendAsync() => SignalAsync("STOP");

    public Task ResumeAsync() => SignalAsync("CONT");

    /// <summary>Ends it at once, as when a machine loses power.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            process.Kill();
            await Within.Time(process.WaitForExitAsync(), "redis-server has ended");
            process.Dispose();
        }
    }

    /// <summary>Sends a command as it is typed, and reads what comes back at once.</summary>
    public async Task<string> AskAsync(string command)
    {
        using var timeout = new CancellationTokenSource(Within.Limit);
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Port, timeout.Token);
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes($"{command}\r\nQUIT\r\n"), timeout.Token);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(timeout.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Delete(recursive: true);
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process!.Id}"]);
        await Within.Time(kill.WaitForExitAsync(), $"{signal} is sent");
        Assert.Equal(0, kill.ExitCode);
    }

    private void Read(string? line, TaskCompletionSource ready)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line is null)
        {
            ready.TrySetException(new InvalidOperationException($"redis-server has ended:\n{_output}"));
        }
        else if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
        {
            ready.TrySetResult();
        }
    }
}
