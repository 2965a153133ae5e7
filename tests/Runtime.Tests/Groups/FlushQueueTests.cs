namespace Upwire.Runtime.Tests;

/// <summary>When what was written to many reaches the transport.</summary>
public sealed class FlushQueueTests
{
    // One letter in a frame.
    private const int FrameSize = 3;

    private readonly FlushQueue _flushes = new();
    private readonly InMemoryTransport[] _clients = [.. Enumerable.Range(0, (2 * FlushQueue.SmallestTurn) + 4).Select(static _ => new InMemoryTransport().Start())];

    [Fact]
    public void A_message_to_many_is_flushed_in_turns_and_to_each_once()
    {
        Post("a");
        int[] arrived = [.. Turns(4).Select(static sizes => sizes.Count(static size => size == FrameSize))];

        Assert.Equal([FlushQueue.SmallestTurn, FlushQueue.SmallestTurn, 4, 0], arrived);
    }

    [Fact]
    public void What_is_sent_between_turns_goes_out_with_what_waits_for_its_turn()
    {
        Post("a");
        _flushes.FlushTurn();
        Post("b");

        Assert.Equal(
            [
                [.. Sizes(FlushQueue.SmallestTurn, FrameSize), .. Sizes(FlushQueue.SmallestTurn, 2 * FrameSize), 0, 0, 0, 0],
                [.. Sizes(FlushQueue.SmallestTurn - 4, FrameSize), .. Sizes(4 + FlushQueue.SmallestTurn, 0), .. Sizes(4, 2 * FrameSize)],
                [.. Sizes(FlushQueue.SmallestTurn - 4, 0), .. Sizes(4, FrameSize), .. Sizes(FlushQueue.SmallestTurn + 4, 0)],
            ],
            Turns(3));
    }

    [Fact]
    public void Of_many_a_turn_takes_more_so_that_the_last_do_not_wait_for_hundreds_of_turns()
    {
        InMemoryTransport[] many = [.. Enumerable.Range(0, 10_000).Select(static _ => new InMemoryTransport().Start())];
        Post("a", many);
        int turns = 0;
        while (turns < many.Length && !many[^1].FromServer.TryRead(out _))
        {
            _flushes.FlushTurn();
            turns++;
        }

        Assert.InRange(turns, 20, 50);
    }

    [Fact]
    public async Task Once_it_is_scheduled_nobody_waits_for_another_turn()
    {
        Post("a");
        _flushes.Schedule();

        foreach (var client in _clients)
        {
            Assert.Equal("a", (await client.ReceiveAsync()).Text);
        }
    }

    private static IEnumerable<int> Sizes(int count, int size) => Enumerable.Repeat(size, count);

    private void Post(string text) => Post(text, _clients);

    private void Post(string text, InMemoryTransport[] clients)
    {
        var broadcast = new Broadcast(new SharedFrame(text), waits: false, now: 0, _flushes);
        foreach (var client in clients)
        {
            client.Channel.Post(broadcast);
        }
    }

    // How much each client got by each turn.
    private List<int[]> Turns(int count)
    {
        var turns = new List<int[]>();
        for (int i = 0; i < count; i++)
        {
            _flushes.FlushTurn();
            turns.Add([.. _clients.Select(Read)]);
        }

        return turns;
    }

    private static int Read(InMemoryTransport client)
    {
        if (!client.FromServer.TryRead(out var read))
        {
            return 0;
        }

        int size = (int)read.Buffer.Length;
        client.FromServer.AdvanceTo(read.Buffer.End);
        return size;
    }
}
