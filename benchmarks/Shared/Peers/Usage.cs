namespace Benchmarks;

/// <summary>What a process has used since it started.</summary>
internal readonly record struct Usage(long AllocatedBytes, double CpuMicroseconds);
