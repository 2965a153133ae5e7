namespace Benchmarks;

/// <summary>What a process has used since it started, and how often its JIT has compiled a method.</summary>
internal readonly record struct Usage(long AllocatedBytes, double CpuMicroseconds, long CompiledMethods);
