namespace Benchmarks;

/// <summary>What carries the bytes between a client and its server.</summary>
internal interface IClientTransport : IDisposable
{
    /// <returns>How many bytes were taken.</returns>
    ValueTask<int> SendAsync(ReadOnlyMemory<byte> bytes);

    /// <returns>How many bytes have come; 0 at the end.</returns>
    ValueTask<int> ReceiveAsync(Memory<byte> buffer);
}
