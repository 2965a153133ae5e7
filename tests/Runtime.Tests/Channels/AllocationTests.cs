using System.IO.Pipelines;
using System.Net.WebSockets;
using System.Text;

namespace Upwire.Runtime.Tests;

public sealed class AllocationTests
{
    private const int Batches = 20;
    private const int Rounds = 200;

    [Fact]
    public Task An_echoed_message_allocates_nothing() => ExpectAllocationAsync(new(), ClientFrame.Text("a message of usual size"), bytes: 0);

    // Where each message is compressed for itself, .NET makes two handles anew for each.
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 160)]
    public Task An_echoed_compressed_message_allocates_no_more_than_NET_does(bool takesOver, int bytes) =>
        ExpectAllocationAsync(new(deflate: DeflatingClient.Options(takesOver)), new DeflatingClient().Frame(Opcode.Text, Encoding.UTF8.GetBytes(new string('x', 500))), bytes);

    private static async Task ExpectAllocationAsync(InMemoryTransport transport, ClientFrame message, int bytes)
    {
        transport.Start();
        int echoed = 0;
        var echo = CountAsync();
        byte[] frame = message.ToBytes();
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
        Assert.InRange(least, 0, (long)Rounds * bytes);
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
