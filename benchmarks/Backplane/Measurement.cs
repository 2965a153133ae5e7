using System.Diagnostics;

namespace Benchmarks;

/// <summary>What one bus did in one round.</summary>
internal sealed record Measurement(double PerSecond, double Microseconds, double Bytes)
{
    /// <summary>Publishes windows of messages, the next when Redis has taken all of the last, and waits until all have come.</summary>
    public static async Task<Measurement> TakeAsync(IBus bus, int size, int window, TimeSpan time)
    {
        string channel = $"{Guid.NewGuid()}";
        long received = 0;
        await bus.SubscribeAsync(channel, () => Interlocked.Increment(ref received));

        byte[] message = new byte[size];
        var published = new Task[window];
        await PublishAsync(bus, channel, message, published);
        await ArrivedAsync(() => Interlocked.Read(ref received) == window);

        long sent = window;
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        long begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < time)
        {
            await PublishAsync(bus, channel, message, published);
            sent += window;
        }

        await ArrivedAsync(() => Interlocked.Read(ref received) == sent);
        var elapsed = Stopwatch.GetElapsedTime(begin);
        double count = sent - window;
        return new Measurement(
            count / elapsed.TotalSeconds,
            (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / count,
            (GC.GetTotalAllocatedBytes(precise: true) - allocated) / count);
    }

    private static Task PublishAsync(IBus bus, string channel, byte[] message, Task[] published)
    {
        for (int i = 0; i < published.Length; i++)
        {
            published[i] = bus.PublishAsync(channel, message);
        }

        return Task.WhenAll(published);
    }

    private static async Task ArrivedAsync(Func<bool> hasArrived)
    {
        while (!hasArrived())
        {
            await Task.Delay(1);
        }
    }
}
