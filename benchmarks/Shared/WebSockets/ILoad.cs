namespace Benchmarks;

/// <summary>Something to do over and over, on connections of its own.</summary>
internal interface ILoad : IAsyncDisposable
{
    /// <summary>Runs for a while.</summary>
    /// <returns>How often it was done, and the time that took.</returns>
    Task<(long Count, TimeSpan Time)> RunAsync(TimeSpan duration);
}
