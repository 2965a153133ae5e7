namespace Benchmarks;

/// <summary>The rounds of two nodes, and those of one.</summary>
internal sealed record Comparison(List<Measurement> Two, List<Measurement> One)
{
    public double Median(Func<Measurement, Measurement, double> figure) => Statistics.Median(Figures(figure));

    // Round by round: the machine may be slower in one than in another.
    public double Ratio(Comparison other, Func<Measurement, Measurement, double> figure) =>
        Statistics.Median(Figures(figure).Zip(other.Figures(figure), static (own, others) => own / others));

    private IEnumerable<double> Figures(Func<Measurement, Measurement, double> figure) => Two.Zip(One, figure);
}
