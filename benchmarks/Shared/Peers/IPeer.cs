namespace Benchmarks;

/// <summary>What is measured beside others.</summary>
internal interface IPeer : IDisposable
{
    /// <summary>What it has used so far.</summary>
    Usage Measure();
}
