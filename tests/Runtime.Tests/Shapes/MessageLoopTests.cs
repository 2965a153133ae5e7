using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Upwire.CompilerServices;

namespace Upwire.Runtime.Tests;

[Collection(Alone.Name)]
public sealed class MessageLoopTests
{
    private const int Batches = 20;
    private const int Rounds = 200;

    private readonly InMemoryTransport _transport;
    private readonly WebSocketConnection _connection;

    public MessageLoopTests()
    {
        _transport = new InMemoryTransport().Start();
        _connection = new(new DefaultHttpContext(), _transport.Channel, new MessageJson(JsonSerializerOptions.Web), NullLogger.Instance);
    }

    [Fact]
    public async Task An_echoed_text_allocates_nothing_but_its_string()
    {
        var loop = MessageLoop.ReplyAsync<string, string>(_connection, MessageReader.Text, MessageWriter.Text, static text => new ValueTask<string>(text));
        byte[] frame = ClientFrame.Bytes(ClientFrame.Text("a message of usual size"));
        long expected = MeasureString();
        long least = long.MaxValue;
        for (int batch = 0; batch < Batches; batch++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Rounds; i++)
            {
                Exchange(frame);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(Rounds * expected, least);
        _transport.Vanish();
        await Within.Time(loop);
        await Within.Time(Handlers.ReturnAsync(_transport.Channel));
    }

    [Fact]
    public async Task The_next_message_waits_for_the_method()
    {
        var first = new TaskCompletionSource();
        var seen = new List<string>();
        var loop = MessageLoop.RunAsync(_connection, MessageReader.Text, async text =>
        {
            seen.Add($"begin {text}");
            await (text == "a" ? first.Task : Task.CompletedTask);
            seen.Add($"end {text}");
        });

        _transport.Send(ClientFrame.Text("a"), ClientFrame.Text("b"), ClientFrame.Close(1000));
        Assert.Equal(["begin a"], seen);
        first.SetResult();
        await Within.Time(loop);
        Assert.Equal(["begin a", "end a", "begin b", "end b"], seen);
    }

    [Fact]
    public async Task A_sequence_that_is_sent_waits_for_a_client_that_does_not_read()
    {
        var transport = new InMemoryTransport(InMemoryTransport.DefaultLimits with { SendBufferSize = 10 }, outputOptions: InMemoryTransport.Options(pause: 10)).Start();
        var connection = new WebSocketConnection(new DefaultHttpContext(), transport.Channel, new MessageJson(JsonSerializerOptions.Web), NullLogger.Instance);
        int made = 0;
        bool isDisposed = false;
        var sending = MessageLoop.SendAsync(connection, MessageWriter.Text, Endless());

        Assert.InRange(made, 1, 3);
        int before = made;
        Assert.Equal("a message", (await transport.ReceiveAsync()).Text);
        Assert.Equal("a message", (await transport.ReceiveAsync()).Text);
        await transport.ReceiveAsync();
        Assert.True(made > before);

        transport.Vanish();
        await Assert.ThrowsAnyAsync<Exception>(() => Within.Time(sending));
        Assert.True(isDisposed);

        async IAsyncEnumerable<string> Endless()
        {
            try
            {
                while (true)
                {
                    made++;
                    yield return "a message";
                }
            }
            finally
            {
                isDisposed = true;
                await Task.CompletedTask;
            }
        }
    }

    private static long MeasureString()
    {
        byte[] bytes = "a message of usual size"u8.ToArray();
        long before = GC.GetAllocatedBytesForCurrentThread();
        _ = System.Text.Encoding.UTF8.GetString(bytes);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private void Exchange(byte[] frame)
    {
        frame.CopyTo(_transport.Client.GetSpan(frame.Length));
        _transport.Client.Advance(frame.Length);
        Complete(_transport.Client.FlushAsync());
        _transport.FromServer.TryRead(out var result);
        _transport.FromServer.AdvanceTo(result.Buffer.End);
    }

    private static void Complete(ValueTask<FlushResult> flush) => flush.GetAwaiter().GetResult();
}
