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
    public static void Write(Row row, string peer, List<Round> own, List<Round> signalR) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {row.Listeners} | {row.Size} | {row.Speakers} | {peer} "
        + $"| {Statistics.Median(own, static round => round.Two.PerSecond) / row.Listeners:F0} | {Statistics.Ratio(own, signalR, static round => round.Two.PerSecond):F2} "
        + $"| {Statistics.Median(own, static round => round.Two.Waits.Median):F3} | {Statistics.Ratio(own, signalR, static round => round.Two.Waits.Median):F2} "
        + $"| {Statistics.Median(own, static round => round.AddedWait):F3} | {Statistics.Median(own, static round => round.Two.Waits.SlowestHundredth):F2} "
        + $"| {Statistics.Median(own, static round => round.Two.CpuMicroseconds):F2} | {Statistics.Ratio(own, signalR, static round => round.Two.CpuMicroseconds):F2} "
        + $"| {Statistics.Median(own, static round => round.Two.AllocatedBytes):F1} |"));
}
