using System.Diagnostics;
using System.Reflection;
using Upwire.Aot.Tests;

[assembly: AssemblyFixture(typeof(PublishFolder))]

namespace Upwire.Aot.Tests;

/// <summary>Where programs are published to, in one run of the tests: nothing of the repository's own output is touched.</summary>
public sealed class PublishFolder : IDisposable
{
    private static readonly TimeSpan PublishTimeout = TimeSpan.FromMinutes(8);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly Dictionary<string, (string Folder, string Log)> _published = [];
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("upwire-aot-");

    /// <summary>Publishes a project as a native binary, once.</summary>
    /// <param name="project">The project's folder in the repository.</param>
    /// <returns>The folder with the binary, and what the build said.</returns>
    public async Task<(string Folder, string Log)> PublishAsync(string project)
    {
        // What they share would be built by both at once.
        await _oneAtATime.WaitAsync();
        try
        {
            if (!_published.TryGetValue(project, out var published))
            {
                string folder = Path.Combine(_root.FullName, "published", Path.GetFileName(project));
                _published.Add(project, published = (folder, await RunAsync(project, folder)));
            }

            return published;
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

    private async Task<string> RunAsync(string project, string folder)
    {
        string repository = typeof(PublishFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "Repository").Value!;

        // No process stays behind that would hold the output's pipe open. What the build of the repository has analyzed is
        // not analyzed again, and nobody debugs the binary.
        var start = new ProcessStartInfo("dotnet",
        [
            "publish", Path.Combine(repository, project), "-c", "Release", "-r", NativeToolchain.RuntimeIdentifier, "-p:PublishAot=true",
            "--artifacts-path", Path.Combine(_root.FullName, "artifacts"), "-o", folder, "-nodeReuse:false", "-p:UseSharedCompilation=false",
            "-p:RunAnalyzers=false", "-p:NativeDebugSymbols=false",
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
            return process.ExitCode == 0 ? log : throw new InvalidOperationException($"{project} was not published:\n{log}");
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
