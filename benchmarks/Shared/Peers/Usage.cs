namespace Benchmarks;

/// <summary>What a process has used since it started, and how often its JIT has compiled a method.</summary>
internal readonly record struct Usage(long AllocatedBytes, double CpuMicroseconds, long CompiledMethods)
{
    /// <summary>What two processes have used.</summary>
    public static Usage operator +(Usage left, Usage right) =>
        new(left.AllocatedBytes + right.AllocatedBytes, left.CpuMicroseconds + right.CpuMicroseconds, left.CompiledMethods + right.CompiledMethods);
}
