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
        $"| {row.Name} | {peer} | {Statistics.Median(measured, static m => m.PerSecond):F0} | {Statistics.Ratio(measured, baseline, static m => m.PerSecond):F2} "
        + $"| {Statistics.Median(measured, static m => m.CpuMicroseconds):F2} | {Statistics.Ratio(measured, baseline, static m => m.CpuMicroseconds):F2} "
        + $"| {Statistics.Median(measured, static m => m.Utilization):P0} | {Statistics.Median(measured, static m => m.AllocatedBytes):F0} "
        + $"| {Statistics.Median(measured, static m => m.Waits.SlowestHundredth):F2} | {Statistics.Ratio(measured, baseline, static m => m.Waits.SlowestHundredth):F2} |");

    public static void WriteIdleHeader()
    {
        Console.WriteLine();
        Console.WriteLine("| peer | working set, bytes | ratio | managed, bytes | ratio |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
    }

    public static void WriteIdle(string peer, List<MemoryUse> measured, List<MemoryUse> baseline) => Console.WriteLine(
        $"| {peer} | {Statistics.Median(measured, static m => m.WorkingSet):F0} | {Statistics.Ratio(measured, baseline, static m => m.WorkingSet):F2} "
        + $"| {Statistics.Median(measured, static m => m.Managed):F0} | {Statistics.Ratio(measured, baseline, static m => m.Managed):F2} |");
}
