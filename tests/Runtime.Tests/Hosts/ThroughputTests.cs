using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Upwire.Runtime.Tests;

public sealed class ThroughputTests
{
    private const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    [Theory]
    [InlineData(null, "1")]
    [InlineData("0", "0")]
    public void It_sets_what_NET_reads_unless_that_is_set(string? before, string after)
    {
        string? original = Environment.GetEnvironmentVariable(InlineCompletions);
        try
        {
            Environment.SetEnvironmentVariable(InlineCompletions, before);

            new ServiceCollection().AddUpwire().PreferThroughput();

            Assert.Equal(after, Environment.GetEnvironmentVariable(InlineCompletions));
        }
        finally
        {
            Environment.SetEnvironmentVariable(InlineCompletions, original);
        }
    }

    [Fact]
    public async Task A_message_of_16_KiB_lies_in_one_block_of_the_transport()
    {
        await using var host = await KestrelHost.StartAsync(
            static async socket =>
            {
                await foreach (var message in socket.ReadAllAsync())
                {
                    Assert.True(MemoryMarshal.TryGetArray(message.Data, out var array));
                    await socket.SendAsync($"{array.Array!.Length}");
                }
            },
            configureServices: static services => services.AddUpwire().PreferThroughput());
        using var client = await RawWebSocketClient.OpenAsync(host.Address);

        // One that the network has cut is put together elsewhere.
        string block = "";
        for (int i = 0; i < 100 && block != $"{LargeBlockPool.BlockSize}"; i++)
        {
            await client.SendAsync(new ClientFrame(Opcode.Binary, new byte[16 * 1024]));
            block = (await client.ReceiveAsync()).Text;
        }

        Assert.Equal($"{LargeBlockPool.BlockSize}", block);
    }

    [Fact]
    public void Blocks_are_handed_out_again_and_never_to_two()
    {
        using var pool = new LargeBlockPool(TimeProvider.System);
        var first = pool.Rent();
        var second = pool.Rent(LargeBlockPool.BlockSize);
        Assert.Equal(LargeBlockPool.BlockSize, first.Memory.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => pool.Rent(LargeBlockPool.BlockSize + 1));

        first.Dispose();
        first.Dispose();
        var third = pool.Rent();
        var fourth = pool.Rent();

        Assert.Same(first, third);
        Assert.Equal(3, new[] { second, third, fourth }.Distinct().Count());
        third.Dispose();
        Assert.Same(third, pool.Rent());
    }

    [Fact]
    public void A_burst_does_not_keep_its_blocks_for_ever()
    {
        const int Burst = 300;
        using var pool = new LargeBlockPool(TimeProvider.System);
        var burst = RentAll(pool, Burst);

        Assert.Equal(256, RentAll(pool, Burst).Intersect(burst).Count());
    }

    [Fact]
    public void Blocks_that_nobody_needs_are_given_back()
    {
        var time = new FakeTimeProvider();
        using var pool = new LargeBlockPool(time);
        IMemoryOwner<byte>[] burst = RentAll(pool, 100);
        time.Advance(LargeBlockPool.Period);
        Assert.Equal(100, RentAll(pool, 100).Intersect(burst).Count());

        // In this period ten are in use at a time.
        time.Advance(LargeBlockPool.Period);
        RentAll(pool, 10);
        time.Advance(LargeBlockPool.Period);
        Assert.Equal(10, RentAll(pool, 100).Intersect(burst).Count());

        // And in these none.
        time.Advance(LargeBlockPool.Period);
        time.Advance(LargeBlockPool.Period);
        time.Advance(LargeBlockPool.Period);
        Assert.Empty(RentAll(pool, 100).Intersect(burst));
    }

    [Fact]
    public void Blocks_are_given_back_each_time_that_nobody_needs_them()
    {
        var time = new FakeTimeProvider();
        using var pool = new LargeBlockPool(time);
        for (int i = 0; i < 3; i++)
        {
            var block = RentAll(pool, 1)[0];
            Assert.Same(block, RentAll(pool, 1)[0]);
            time.Advance(2 * LargeBlockPool.Period);
            time.Advance(2 * LargeBlockPool.Period);
            Assert.NotSame(block, RentAll(pool, 1)[0]);
        }
    }

    // And gives them back.
    private static IMemoryOwner<byte>[] RentAll(LargeBlockPool pool, int count)
    {
        IMemoryOwner<byte>[] blocks = [.. Enumerable.Range(0, count).Select(_ => pool.Rent())];
        Array.ForEach(blocks, static block => block.Dispose());
        return blocks;
    }
}
