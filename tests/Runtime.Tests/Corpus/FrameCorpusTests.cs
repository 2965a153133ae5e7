namespace Upwire.Runtime.Tests;

/// <summary>The corpus against an echo server: each byte of it in a packet of its own, and all of it in one.</summary>
public sealed class FrameCorpusTests : IAsyncLifetime
{
    private KestrelHost _host = null!;

    public static TheoryData<string, bool> Cases
    {
        get
        {
            var cases = new TheoryData<string, bool>();
            foreach (string name in FrameCorpus.All.Keys)
            {
                cases.Add(name, false);
                cases.Add(name, true);
            }

            return cases;
        }
    }

    public async ValueTask InitializeAsync() => _host = await KestrelHost.StartAsync(Echo.RunAsync);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Exactly_these_frames_come_back(string name, bool isInOctets)
    {
        var (frames, answers) = FrameCorpus.All[name];
        using var client = await RawWebSocketClient.OpenAsync(_host.Address);
        byte[] bytes = ClientFrame.Bytes(frames);
        foreach (byte[] piece in isInOctets ? bytes.Select(static one => new[] { one }) : [bytes])
        {
            await client.WriteAsync(piece);
        }

        foreach (string answer in answers)
        {
            Assert.Equal(answer, (await client.ReceiveAsync()).ToString());
        }

        client.EndSending();
        await client.ExpectEndAsync();
    }
}
