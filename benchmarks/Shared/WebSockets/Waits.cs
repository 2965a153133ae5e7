using System.Diagnostics;

namespace Benchmarks;

/// <summary>How long the client has waited for the server, each time. For one thread.</summary>
internal sealed class Waits
{
    private readonly List<long> _ticks = [];

    public void Clear() => _ticks.Clear();

    /// <summary>A wait has ended.</summary>
    /// <param name="begin">When it began, as a timestamp.</param>
    public void Add(long begin) => _ticks.Add(Stopwatch.GetTimestamp() - begin);

    public WaitSummary Summarize()
    {
        _ticks.Sort();
        return new(Percentile(50), Percentile(99));
    }

    private double Percentile(int percent) =>
        _ticks.Count == 0 ? 0 : TimeSpan.FromSeconds((double)_ticks[_ticks.Count * percent / 100] / Stopwatch.Frequency).TotalMilliseconds;
}
