using System.Globalization;
using System.Reflection;
using Benchmarks;

// dotnet run -c Release --project benchmarks/All -- [file] [--quick]
bool isQuick = args.Contains("--quick");
string file = args.FirstOrDefault(static argument => argument != "--quick") ?? "benchmarks.md";
string folder = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(static item => item.Key == "Benchmarks").Value!;
if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } target && !Directory.Exists(target))
{
    Console.Error.WriteLine($"There is no folder '{target}' for the report.");
    return 1;
}

// Written as it comes: hours of figures are not lost to the last program.
await File.WriteAllTextAsync(
    file,
    string.Create(CultureInfo.InvariantCulture, $"# Benchmarks, {DateTime.UtcNow:yyyy-MM-dd}\n\n{Machine.Describe()}.\n{(isQuick ? "\nA quick run, to see that all programs run: the figures say nothing.\n" : "")}"));

int failed = 0;
foreach (var comparison in Comparison.All)
{
    Console.WriteLine($"{comparison.Title}: {comparison.Command(isQuick)}");
    var outcome = await comparison.RunAsync(folder, isQuick);
    failed += outcome.IsComplete ? 0 : 1;
    await File.AppendAllTextAsync(file, $"\n## {comparison.Title}\n\n    {comparison.Command(isQuick)}\n\n{outcome.Text}\n");
}

Console.WriteLine($"{Path.GetFullPath(file)} has the tables{(failed == 0 ? "" : $", but {failed} of {Comparison.All.Length} programs failed; it says why")}.");
return failed == 0 ? 0 : 1;
