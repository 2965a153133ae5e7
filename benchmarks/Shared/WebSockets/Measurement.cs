namespace Benchmarks;

/// <summary>One row of one peer in one round.</summary>
internal readonly record struct Measurement(double PerSecond, double CpuMicroseconds, double Utilization, double AllocatedBytes, WaitSummary Waits);
