using System.Globalization;
using System.Text;

namespace Upwire.Redis.Tests;

/// <summary>A network that is slow, or breaks.</summary>
public sealed class SlowNetworkTests
{
    [Fact]
    public async Task What_is_published_faster_than_it_goes_is_refused_at_once_and_the_rest_arrives_in_order()
    {
        const int limit = 100 * 1024;
        await using var server = await RedisServer.StartedAsync();
        await using var link = new SlowLink(server);
        await using var publisher = await Node.StartAsync(link.Configuration, static options => options.MaxPendingBytes = limit);
        await using var subscriber = await Node.StartAsync(server.Configuration);
        await subscriber.SubscribeAsync("news");
        link.BytesPerSecond = 400_000;

        // Nobody waits for the network: what is not taken is known when the call returns.
        var accepted = new List<(int Number, Task Task)>();
        int refused = 0;
        for (int i = 0; i < 1_000; i++)
        {
            var publishing = publisher.Begin("news", Message(i));
            if (publishing.IsFaulted)
            {
                await Assert.ThrowsAsync<InvalidOperationException>(() => publishing);
                refused++;
            }
            else
            {
                accepted.Add((i, publishing));
            }
        }

        Assert.NotEqual(0, refused);
        foreach (var (number, task) in accepted)
        {
            await Within.Time(task, $"the message {number} is taken");
            Assert.Equal(number, NumberOf(await subscriber.Received.NextAsync("news")));
        }

        link.BytesPerSecond = null;
        await publisher.PublishAsync("news", Message(1_000));
        Assert.Equal(1_000, NumberOf(await subscriber.Received.NextAsync("news")));
    }

    [Fact]
    public async Task What_is_cut_goes_on_by_itself_in_order_and_without_doublets()
    {
        await using var server = await RedisServer.StartedAsync();
        await using var link = new SlowLink(server);
        await using var publisher = await Node.StartAsync(link.Configuration);
        await using var subscriber = await Node.StartAsync(link.Configuration);
        await subscriber.SubscribeAsync("news");
        int number = 0;

        for (int cut = 0; cut < 3; cut++)
        {
            // Some are under way when it happens.
            Task[] publishing = [.. Enumerable.Range(0, 50).Select(_ => publisher.Begin("news", Message(number++)))];
            link.Cut();
            await Task.WhenAll(publishing).ContinueWith(static _ => { }, TestContext.Current.CancellationToken, TaskContinuationOptions.None, TaskScheduler.Default);

            // Both are back when one arrives that was published after that. Each attempt has a number of its own: one that failed may have arrived.
            int first = number;
            int last = -1;
            var arriving = ReadAsync();
            while (!arriving.IsCompleted)
            {
                await publisher.InsistAsync(node => node.PublishAsync("news", Message(number++)));
            }

            await arriving;

            async Task ReadAsync()
            {
                while (last < first)
                {
                    int next = NumberOf(await subscriber.Received.NextAsync("news"));
                    Assert.True(next > last, $"{next} came after {last}.");
                    last = next;
                }
            }
        }
    }

    // Of 1 KiB.
    private static byte[] Message(int number) => Encoding.UTF8.GetBytes($"{number} ".PadRight(1_024));

    private static int NumberOf(byte[] message) => int.Parse(Encoding.UTF8.GetString(message).TrimEnd(), CultureInfo.InvariantCulture);
}
