namespace Benchmarks;

/// <summary>What a process holds: of the machine's memory, and in objects.</summary>
internal readonly record struct MemoryUse(long WorkingSet, long Managed);
