using System.IO.Pipelines;
using System.Net.WebSockets;

namespace Upwire.Runtime.Tests;

public sealed class AllocationTests
{
    private const int Rounds = 2000;

    [Fact]
    public async Task An_echoed_message_allocates_nothing()
    {
        var transport = new InMemoryTransport().Start();
        int echoed = 0;
        var echo = CountAsync();
        byte[] frame = ClientFrame.Bytes(ClientFrame.Text("a message of usual size"));
        for (int i = 0; i < Rounds; i++)
        {
            Exchange(transport, frame);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rounds; i++)
        {
            Exchange(transport, frame);
        }

        // Everything runs on this thread. A method that is compiled anew in between may cost a little, once.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Rounds);
        Assert.Equal(2 * Rounds, echoed);
        transport.Vanish();
        await Within.Time(echo);
        await Within.Time(Handlers.ReturnAsync(transport.Channel));

        async Task CountAsync()
        {
            while (await transport.Channel.ReceiveAsync(default) is { } message)
            {
                await transport.Channel.SendAsync(message.Data, WebSocketMessageType.Text, default);
                echoed++;
            }
        }
    }

    private static void Exchange(InMemoryTransport transport, byte[] frame)
    {
        frame.CopyTo(transport.Client.GetSpan(frame.Length));
        transport.Client.Advance(frame.Length);
        Complete(transport.Client.FlushAsync());
        transport.FromServer.TryRead(out var result);
        transport.FromServer.AdvanceTo(result.Buffer.End);
    }

    private static void Complete(ValueTask<FlushResult> flush) => flush.GetAwaiter().GetResult();
}
