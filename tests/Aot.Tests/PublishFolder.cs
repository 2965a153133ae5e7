using System.Diagnostics;
using System.Reflection;
using Upwire.Aot.Tests;

[assembly: AssemblyFixture(typeof(PublishFolder))]

namespace Upwire.Aot.Tests;

/// <summary>Where the samples are published to, in one run of the tests: nothing of the repository's own output is touched.</summary>
public sealed class PublishFolder : IDisposable
{
    private static readonly TimeSpan PublishTimeout = TimeSpan.FromMinutes(8);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("upwire-aot-");

    /// <summary>Publishes a sample as a native binary.</summary>
    /// <returns>The folder with the binary, and what the build said.</returns>
    public async Task<(string Folder, string Log)> PublishAsync(string sample)
    {
        // What they share would be built by both at once.
        await _oneAtATime.WaitAsync();
        try
        {
            string folder = Path.Combine(_root.FullName, "published", sample);
            return (folder, await RunAsync(sample, folder));
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        _root.Delete(recursive: true);
        _oneAtATime.Dispose();
    }

    private async Task<string> RunAsync(string sample, string folder)
    {
        string samples = typeof(PublishFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Samples").Value!;

        // No process stays behind that would hold the output's pipe open.
        var start = new ProcessStartInfo("dotnet",
        [
            "publish", Path.Combine(samples, sample), "-c", "Release", "-r", NativeToolchain.RuntimeIdentifier, "-p:PublishAot=true",
            "--artifacts-path", Path.Combine(_root.FullName, "artifacts"), "-o", folder, "-nodeReuse:false", "-p:UseSharedCompilation=false",
        ])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A test run under "dotnet test" has those of its own build.
        foreach (string variable in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(variable);
        }

        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(PublishTimeout);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            string log = await output + await errors;
            return process.ExitCode == 0 ? log : throw new InvalidOperationException($"The sample {sample} was not published:\n{log}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
