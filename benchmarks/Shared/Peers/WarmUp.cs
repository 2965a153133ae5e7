namespace Benchmarks;

/// <summary>
/// Keeps a peer busy until its JIT has come to rest. What is hot is compiled anew, several times, when there is time for it: on one core that a load keeps busy
/// it takes most of a minute, and until then a program runs at half of its speed. So there are pauses.
/// </summary>
internal static class WarmUp
{
    private const int MostLoads = 60;
    private const int LoadsAtRest = 6;

    // Something is always compiled some day.
    private const double ShareAtRest = 0.01;

    private static readonly TimeSpan Load = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    /// <param name="peer">Whom to keep busy.</param>
    /// <param name="load">Does so for a while.</param>
    public static async Task RunAsync(IPeer peer, Func<TimeSpan, Task> load)
    {
        var compiled = new Queue<long>();
        for (int i = 0; i < MostLoads; i++)
        {
            await load(Load);
            await Task.Delay(Pause);
            long now = peer.Measure().CompiledMethods;
            compiled.Enqueue(now);
            if (compiled.Count > LoadsAtRest && now - compiled.Dequeue() <= now * ShareAtRest)
            {
                return;
            }
        }
    }
}
