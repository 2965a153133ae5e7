using System.Globalization;

namespace Benchmarks;

/// <summary>Medians of two nodes, each beside those of SignalR, in Markdown.</summary>
internal static class Report
{
    public static void WriteHeader()
    {
        Console.WriteLine("| listeners | text, B | in flight | peer | messages/s | to SignalR | wait, ms | to SignalR | added by Redis, ms | p99, ms | CPU us/delivery | to SignalR | bytes/delivery |");
        Console.WriteLine("| ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    }

    /// <summary>Writes a row.</summary>
    /// <param name="row">What was said.</param>
    /// <param name="peer">Who has heard it.</param>
    /// <param name="own">Its rounds.</param>
    /// <param name="signalR">SignalR's.</param>
    public static void Write(Row row, string peer, Comparison own, Comparison signalR) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.Listeners} | {row.Size} | {row.Speakers} | {peer} "
        + $"| {own.Median(static (two, _) => two.PerSecond) / row.Listeners:F0} | {own.Ratio(signalR, static (two, _) => two.PerSecond):F2} "
        + $"| {own.Median(static (two, _) => two.Waits.Median):F3} | {own.Ratio(signalR, static (two, _) => two.Waits.Median):F2} "
        + $"| {own.Median(static (two, one) => two.Waits.Median - one.Waits.Median):F3} | {own.Median(static (two, _) => two.Waits.SlowestHundredth):F2} "
        + $"| {own.Median(static (two, _) => two.CpuMicroseconds):F2} | {own.Ratio(signalR, static (two, _) => two.CpuMicroseconds):F2} | {own.Median(static (two, _) => two.AllocatedBytes):F1} |"));
}
