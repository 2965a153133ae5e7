namespace Benchmarks;

/// <summary>One round of a peer, on two nodes and on one.</summary>
internal readonly record struct Round(Measurement Two, Measurement One)
{
    /// <summary>What the way over Redis adds to the median wait, in milliseconds.</summary>
    public double AddedWait => Two.Waits.Median - One.Waits.Median;
}
