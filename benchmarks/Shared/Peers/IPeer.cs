namespace Benchmarks;

/// <summary>What is measured beside others.</summary>
internal interface IPeer : IDisposable
{
    string Name { get; }

    /// <summary>What it has used so far.</summary>
    Usage Measure();
}
