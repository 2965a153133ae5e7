namespace Benchmarks;

/// <summary>Medians, each beside those of a loop over WebSockets and of SignalR, in Markdown.</summary>
internal static class Report
{
    public static void WriteHeader()
    {
        Console.WriteLine("| listeners | text, B | in flight | peer | CPU us/delivery | to the loop | to SignalR | deliveries/s | to the loop | to SignalR | server busy | bytes/delivery | p99, ms |");
        Console.WriteLine("| ---: | ---: | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    }

    public static void Write(Row row, string peer, List<Measurement> measured, List<Measurement> loop, List<Measurement> signalR) => Console.WriteLine(
        $"| {row.Listeners} | {row.Size} | {row.Speakers} | {peer} "
        + $"| {Statistics.Median(measured, static m => m.CpuMicroseconds):F2} | {Ratios(measured, loop, signalR, static m => m.CpuMicroseconds)} "
        + $"| {Statistics.Median(measured, static m => m.PerSecond):F0} | {Ratios(measured, loop, signalR, static m => m.PerSecond)} "
        + $"| {Statistics.Median(measured, static m => m.Utilization):P0} | {Statistics.Median(measured, static m => m.AllocatedBytes):F2} | {Statistics.Median(measured, static m => m.Waits.SlowestHundredth):F2} |");

    private static string Ratios(List<Measurement> measured, List<Measurement> loop, List<Measurement> signalR, Func<Measurement, double> figure) =>
        $"{Statistics.Ratio(measured, loop, figure):F2} | {Statistics.Ratio(measured, signalR, figure):F2}";
}
