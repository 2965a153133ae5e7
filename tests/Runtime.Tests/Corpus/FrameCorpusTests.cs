namespace Upwire.Runtime.Tests;

/// <summary>The corpus against an echo server: over a socket in one packet, in memory also each byte by itself.</summary>
public sealed class FrameCorpusTests : IAsyncLifetime
{
    private KestrelHost _host = null!;

    public static TheoryData<string> Names => new(FrameCorpus.All.Keys);

    public async ValueTask InitializeAsync() => _host = await KestrelHost.StartAsync(Echo.RunAsync);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Exactly_these_frames_come_back(string name)
    {
        var (frames, answers) = FrameCorpus.All[name];
        using var client = await RawWebSocketClient.OpenAsync(_host.Address);
        await client.SendAsync(frames);

        foreach (string answer in answers)
        {
            Assert.Equal(answer, (await client.ReceiveAsync()).ToString());
        }

        client.EndSending();
        await client.ExpectEndAsync();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Exactly_these_frames_come_back_however_the_bytes_are_cut(string name)
    {
        var (frames, answers) = FrameCorpus.All[name];
        byte[] bytes = ClientFrame.Bytes(frames);
        foreach (int size in (int[])[1, 2, 7, bytes.Length])
        {
            var transport = new InMemoryTransport().Start();
            var echo = Handlers.EchoAsync(transport.Channel);

            foreach (byte[] piece in bytes.Chunk(size))
            {
                transport.Send(piece);
            }

            Assert.Equal(answers, transport.Received().Select(static frame => frame.ToString()));
            transport.Vanish();
            await Within.Time(echo);
            await Within.Time(Handlers.ReturnAsync(transport.Channel));
        }
    }
}
