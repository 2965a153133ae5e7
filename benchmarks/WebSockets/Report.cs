namespace Benchmarks;

/// <summary>Medians, each beside the baseline's, in Markdown.</summary>
internal static class Report
{
    public static void WriteHeader()
    {
        Console.WriteLine("| row | peer | per second | ratio | CPU us each | ratio | server busy | bytes each | p99, ms | ratio |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    }

    public static void Write(Row row, string peer, List<Measurement> measured, List<Measurement> baseline) => Console.WriteLine(
        $"| {row.Name} | {peer} | {Median(measured, static m => m.PerSecond):F0} | {Ratio(measured, baseline, static m => m.PerSecond):F2} "
        + $"| {Median(measured, static m => m.CpuMicroseconds):F2} | {Ratio(measured, baseline, static m => m.CpuMicroseconds):F2} "
        + $"| {Median(measured, static m => m.Utilization):P0} | {Median(measured, static m => m.AllocatedBytes):F0} "
        + $"| {Median(measured, static m => m.Waits.SlowestHundredth):F2} | {Ratio(measured, baseline, static m => m.Waits.SlowestHundredth):F2} |");

    public static void WriteIdleHeader()
    {
        Console.WriteLine();
        Console.WriteLine("| peer | working set, bytes | ratio | managed, bytes | ratio |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
    }

    public static void WriteIdle(string peer, List<MemoryUse> measured, List<MemoryUse> baseline) => Console.WriteLine(
        $"| {peer} | {Median(measured, static m => m.WorkingSet):F0} | {Ratio(measured, baseline, static m => m.WorkingSet):F2} "
        + $"| {Median(measured, static m => m.Managed):F0} | {Ratio(measured, baseline, static m => m.Managed):F2} |");

    private static double Median<T>(List<T> measured, Func<T, double> figure) => Statistics.Median(measured.Select(figure));

    // Round by round: the machine may be slower in one than in another.
    private static double Ratio<T>(List<T> measured, List<T> baseline, Func<T, double> figure) =>
        Statistics.Median(measured.Zip(baseline, (a, b) => figure(a) / figure(b)));
}
