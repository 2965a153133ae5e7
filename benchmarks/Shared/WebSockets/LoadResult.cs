namespace Benchmarks;

/// <summary>What a load has done.</summary>
/// <param name="Count">How often.</param>
/// <param name="Time">The time that took.</param>
/// <param name="SlowestHundredth">What 99 of 100 waits for the server were not longer than, in milliseconds.</param>
internal readonly record struct LoadResult(long Count, TimeSpan Time, double SlowestHundredth);
