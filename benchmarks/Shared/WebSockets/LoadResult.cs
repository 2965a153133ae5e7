namespace Benchmarks;

/// <summary>What a load has done.</summary>
/// <param name="Count">How often.</param>
/// <param name="Time">The time that took.</param>
/// <param name="Waits">How long it waited for the server.</param>
internal readonly record struct LoadResult(long Count, TimeSpan Time, WaitSummary Waits);
