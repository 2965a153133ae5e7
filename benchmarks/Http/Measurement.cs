namespace Benchmarks;

/// <summary>One row of one peer in one round.</summary>
internal readonly record struct Measurement(double RequestsPerSecond, double CpuMicroseconds, double AllocatedBytes);
