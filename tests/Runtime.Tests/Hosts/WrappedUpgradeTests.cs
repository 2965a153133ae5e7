using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;

namespace Upwire.Runtime.Tests;

public sealed class WrappedUpgradeTests
{
    [Fact]
    public async Task What_a_middleware_puts_around_the_upgrade_sees_every_byte()
    {
        var wrapped = new TaskCompletionSource<WrappedUpgrade>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await KestrelHost.StartAsync(Echo.RunAsync, configure: app => app.Use((context, next) =>
        {
            var upgrade = new WrappedUpgrade(context.Features.GetRequiredFeature<IHttpUpgradeFeature>());
            context.Features.Set<IHttpUpgradeFeature>(upgrade);
            wrapped.SetResult(upgrade);
            return next(context);
        }));
        using var client = await RawWebSocketClient.OpenAsync(host.Address, firstBytes: ClientFrame.Text("early").ToBytes());
        byte[] large = new byte[60_000];
        new Random(5).NextBytes(large);

        Assert.Equal("early", (await client.ReceiveAsync()).Text);
        await client.SendAsync(ClientFrame.Binary(large), ClientFrame.Ping("x"));

        // The pong need not wait for a handler that has not asked for the message yet.
        ServerFrame[] answers = [await client.ReceiveAsync(), await client.ReceiveAsync()];
        Assert.Contains("Pong [1] 'x'", answers.Select(static answer => answer.ToString()));
        Assert.Contains(answers, answer => answer.Payload.AsSpan().SequenceEqual(large));
        await client.SendAsync(ClientFrame.Close(4000));
        Assert.Equal(4000, (await client.ReceiveCloseAsync()).CloseCode);
        await client.ExpectEndAsync();

        var stream = (await Within.Time(wrapped.Task)).Stream!;
        Assert.InRange(stream.BytesRead, large.Length, long.MaxValue);
        Assert.InRange(stream.BytesWritten, large.Length, long.MaxValue);
    }

    private sealed class WrappedUpgrade(IHttpUpgradeFeature inner) : IHttpUpgradeFeature
    {
        public bool IsUpgradableRequest => inner.IsUpgradableRequest;

        public CountingStream? Stream { get; private set; }

        public async Task<System.IO.Stream> UpgradeAsync()
        {
            Stream = new(await inner.UpgradeAsync());
            return Stream;
        }
    }
}
