namespace Benchmarks;

/// <summary>Something to do over and over, on connections of its own.</summary>
internal interface ILoad : IAsyncDisposable
{
    /// <summary>Runs for a while.</summary>
    Task<LoadResult> RunAsync(TimeSpan duration);
}
