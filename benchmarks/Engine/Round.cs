namespace Benchmarks;

/// <summary>What one message took in one round.</summary>
internal sealed record Round(double Nanoseconds, double Bytes);
