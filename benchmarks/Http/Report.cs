namespace Benchmarks;

/// <summary>Medians, each beside the minimal API's.</summary>
internal static class Report
{
    /// <summary>Writes a table in Markdown.</summary>
    /// <param name="rounds">What was measured of each peer and row, round by round.</param>
    /// <param name="inProcess">What the endpoints of each peer allocate, by row.</param>
    /// <param name="baseline">The peer that the others are compared with, in each round.</param>
    public static void Write(Dictionary<(string Peer, string Row), List<Measurement>> rounds, Dictionary<string, Dictionary<string, long>> inProcess, string baseline)
    {
        Console.WriteLine("| row | peer | requests/s | ratio | CPU us/request | ratio | bytes/request | endpoint's own |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var ((peer, row), measured) in rounds.OrderBy(static pair => Array.FindIndex(Row.All, row => row.Name == pair.Key.Row)))
        {
            string own = inProcess.TryGetValue(peer, out var bytes) ? $"{bytes[row]}" : "";
            var other = rounds[(baseline, row)];
            Console.WriteLine(
                $"| {row} | {peer} | {Statistics.Median(measured, static m => m.RequestsPerSecond):F0} | {Statistics.Ratio(measured, other, static m => m.RequestsPerSecond):F2} "
                + $"| {Statistics.Median(measured, static m => m.CpuMicroseconds):F2} | {Statistics.Ratio(measured, other, static m => m.CpuMicroseconds):F2} "
                + $"| {Statistics.Median(measured, static m => m.AllocatedBytes):F0} | {own} |");
        }
    }
}
