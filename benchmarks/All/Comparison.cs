using System.Diagnostics;

namespace Benchmarks;

/// <summary>One of the benchmark programs, and what it is run with.</summary>
/// <param name="Title">What it compares.</param>
/// <param name="Project">Its folder.</param>
/// <param name="Thorough">Its arguments, for figures to rely on.</param>
/// <param name="Quick">Its arguments, to see that it runs.</param>
internal sealed record Comparison(string Title, string Project, string Thorough, string Quick)
{
    public static readonly Comparison[] All =
    [
        new("Requests", "Http", "9 1", "1 0.2"),
        new("WebSockets", "WebSockets", "15 0.6", "1 0.2"),
        new("The WebSocket engine alone", "Engine", "15 0.3", "1 0.1"),
        new("One message to many", "FanOut", "9 0.6", "1 0.2 500x32x8"),
        new("The backplane", "Backplane", "9 1", "1 0.2"),
        new("Two nodes", "Nodes", "9 0.6", "1 0.2 1x32x1"),
        new("Start-up of native binaries", "StartUp", "11 10 1000", "1 10"),
        new("In the editor", "Compiler", "61", "1 10"),
    ];

    /// <summary>How it is run by itself.</summary>
    public string Command(bool isQuick) => $"dotnet run -c Release --project benchmarks/{Project} -- {(isQuick ? Quick : Thorough)}";

    /// <summary>Runs the program.</summary>
    /// <param name="folder">The folder of all programs.</param>
    /// <param name="isQuick">Whether figures do not matter.</param>
    /// <returns>Its tables, or, where it has failed, why.</returns>
    public async Task<Outcome> RunAsync(string folder, bool isQuick)
    {
        string[] arguments = ["run", "-c", "Release", "--project", Path.Combine(folder, Project), "--", .. (isQuick ? Quick : Thorough).Split(' ')];
        using var program = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = program.StandardOutput.ReadToEndAsync();
        var errors = program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        return program.ExitCode == 0
            ? new(true, (await output).Trim())
            : new(false, $"It ended with {program.ExitCode}:\n\n    {string.Join("\n    ", $"{await errors}{await output}".Trim().Split('\n').TakeLast(20))}");
    }
}
