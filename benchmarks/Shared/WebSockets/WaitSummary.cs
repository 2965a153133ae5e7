namespace Benchmarks;

/// <summary>How long a load waited for the server, in milliseconds.</summary>
/// <param name="Median">What half of the waits were not longer than.</param>
/// <param name="SlowestHundredth">What 99 of 100 were not longer than.</param>
internal readonly record struct WaitSummary(double Median, double SlowestHundredth);
