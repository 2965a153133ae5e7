using System.Buffers;
using System.Diagnostics;
using System.IO.Pipelines;

namespace Benchmarks;

/// <summary>
/// A client's end of two pipes in memory. Whatever the server does, it does within <see cref="SendAsync"/>, on the same thread: nothing is scheduled,
/// and no system is called.
/// </summary>
internal sealed class PipeTransport(IDuplexPipe pipe) : IClientTransport
{
    /// <summary>How long the server has worked, in ticks of <see cref="Stopwatch"/>.</summary>
    public long Worked { get; private set; }

    /// <summary>How often an answer was not there when the server had let go of the thread.</summary>
    public int Waits { get; private set; }

    public static (IDuplexPipe Client, IDuplexPipe Server) CreatePair(MemoryPool<byte> memory)
    {
        var inline = new PipeOptions(memory, PipeScheduler.Inline, PipeScheduler.Inline, pauseWriterThreshold: 0, resumeWriterThreshold: 0, useSynchronizationContext: false);
        var toServer = new Pipe(inline);
        var toClient = new Pipe(inline);
        return (new End(toClient.Reader, toServer.Writer), new End(toServer.Reader, toClient.Writer));
    }

    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> bytes)
    {
        pipe.Output.Write(bytes.Span);
        long begin = Stopwatch.GetTimestamp();
        await pipe.Output.FlushAsync();
        Worked += Stopwatch.GetTimestamp() - begin;
        return bytes.Length;
    }

    public async ValueTask<int> ReceiveAsync(Memory<byte> buffer)
    {
        if (!pipe.Input.TryRead(out var result))
        {
            Waits++;
            result = await pipe.Input.ReadAsync();
        }

        int length = (int)Math.Min(result.Buffer.Length, buffer.Length);
        var taken = result.Buffer.Slice(0, length);
        taken.CopyTo(buffer.Span);
        pipe.Input.AdvanceTo(taken.End);
        return length;
    }

    public void Dispose()
    {
        pipe.Output.Complete();
        pipe.Input.Complete();
    }

    private sealed record End(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
