using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Upwire.Integration.Tests.Chat;

/// <summary>The sample Chat as a process of its own, as its users start it.</summary>
public sealed partial class ChatProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];

    private ChatProgram(Process process) => _process = process;

    public Uri Address => _address.Task.Result;

    /// <summary>Starts the program and waits until it listens.</summary>
    /// <param name="port">The port on 127.0.0.1; 0 for any that is free.</param>
    public static async Task<ChatProgram> StartAsync(int port = 0)
    {
        string dll = typeof(ChatProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "ChatProgram").Value!;
        var start = new ProcessStartInfo("dotnet", [dll, "--urls", $"http://127.0.0.1:{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };

        var program = new ChatProgram(Process.Start(start)!);
        program._process.OutputDataReceived += (_, line) => program.Read(line.Data);
        program._process.ErrorDataReceived += (_, line) => program.Read(line.Data);
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        try
        {
            await program._address.Task.WaitAsync(UpwireApp.Patience);
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    // The process itself, by its id, and nothing else: at once, as when a machine loses power.
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            using var timeout = new CancellationTokenSource(UpwireApp.Patience);
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
