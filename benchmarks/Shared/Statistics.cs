namespace Benchmarks;

/// <summary>What is told of figures that a noisy machine gave.</summary>
internal static class Statistics
{
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    public static double Median<T>(IEnumerable<T> measured, Func<T, double> figure) => Median(measured.Select(figure));

    /// <summary>The median of the ratios, round by round: the machine may be slower in one than in another.</summary>
    public static double Ratio<T>(IEnumerable<T> measured, IEnumerable<T> baseline, Func<T, double> figure) =>
        Median(measured.Zip(baseline, (own, other) => figure(own) / figure(other)));
}
