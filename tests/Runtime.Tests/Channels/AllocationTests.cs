using System.IO.Pipelines;
using System.Net.WebSockets;

namespace Upwire.Runtime.Tests;

[Collection(Alone.Name)]
public sealed class AllocationTests
{
    private const int Batches = 20;
    private const int Rounds = 200;

    [Fact]
    public async Task An_echoed_message_allocates_nothing()
    {
        var transport = new InMemoryTransport().Start();
        int echoed = 0;
        var echo = CountAsync();
        byte[] frame = ClientFrame.Bytes(ClientFrame.Text("a message of usual size"));
        long least = long.MaxValue;
        for (int batch = 0; batch < Batches; batch++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Rounds; i++)
            {
                Exchange(transport, frame);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        // Everything runs on this thread. What a collection takes out of the array pool, in any batch, is none of ours.
        Assert.Equal(0, least);
        Assert.Equal(Batches * Rounds, echoed);
        transport.Vanish();
        await Within.Time(echo);
        await Within.Time(Handlers.ReturnAsync(transport.Channel));

        async Task CountAsync()
        {
            while (await transport.Channel.ReceiveAsync(only: null, default) is { } message)
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
