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
        + $"| {Median(measured, static m => m.CpuMicroseconds):F2} | {Ratios(measured, loop, signalR, static m => m.CpuMicroseconds)} "
        + $"| {Median(measured, static m => m.PerSecond):F0} | {Ratios(measured, loop, signalR, static m => m.PerSecond)} "
        + $"| {Median(measured, static m => m.Utilization):P0} | {Median(measured, static m => m.AllocatedBytes):F2} | {Median(measured, static m => m.Waits.SlowestHundredth):F2} |");

    private static string Ratios(List<Measurement> measured, List<Measurement> loop, List<Measurement> signalR, Func<Measurement, double> figure) =>
        $"{Ratio(measured, loop, figure):F2} | {Ratio(measured, signalR, figure):F2}";

    private static double Median(List<Measurement> measured, Func<Measurement, double> figure) => Statistics.Median(measured.Select(figure));

    // Round by round: the machine may be slower in one than in another.
    private static double Ratio(List<Measurement> measured, List<Measurement> baseline, Func<Measurement, double> figure) =>
        Statistics.Median(measured.Zip(baseline, (a, b) => figure(a) / figure(b)));
}
