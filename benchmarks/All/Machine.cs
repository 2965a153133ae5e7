using System.Globalization;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>Where figures come from.</summary>
internal static class Machine
{
    private const string ProcessorFile = "/proc/cpuinfo";

    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{ProcessorName()}, {Environment.ProcessorCount} processors of {RuntimeInformation.OSArchitecture}, "
        + $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30):F0} GiB; {RuntimeInformation.OSDescription}; {RuntimeInformation.FrameworkDescription}");

    private static string ProcessorName()
    {
        string? line = File.Exists(ProcessorFile) ? File.ReadLines(ProcessorFile).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown processor";
    }
}
