using System.Runtime.CompilerServices;

namespace Upwire;

/// <summary>
/// Awaits one read after another, by one state machine for all of a connection: the thread pool queues that as it is, where a delegate would
/// need an object for each read. What it calls runs outside of it, so that the next read may be awaited, on any thread, while that still runs.
/// </summary>
/// <param name="buffer">Reads.</param>
/// <param name="receiver">Is told when a read has completed.</param>
internal sealed class ReadLoop(ReceiveBuffer buffer, FrameReceiver receiver) : ICriticalNotifyCompletion
{
    private Action? _goOn;

    public bool IsCompleted => false;

    /// <summary>Awaits the read that is under way.</summary>
    public void Await()
    {
        if (_goOn is null)
        {
            _ = RunAsync();
        }
        else
        {
            _goOn();
        }
    }

    // It is its own awaiter: the state machine is at rest when this is called.
    public ReadLoop GetAwaiter() => this;

    public void UnsafeOnCompleted(Action continuation)
    {
        _goOn = continuation;
        receiver.OnRead();
    }

    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    public void GetResult()
    {
    }

    private async Task RunAsync()
    {
        while (true)
        {
            try
            {
                // In nobody's context: reading goes on whatever whoever receives is doing there.
                buffer.Take(await buffer.Read.ConfigureAwait(false));
            }
#pragma warning disable CA1031 // Whatever a transport throws is the end of its connection: on a thread of its own it would be that of the process.
            catch (Exception)
#pragma warning restore CA1031
            {
                buffer.Fail();
            }

            await this;
        }
    }
}
