namespace Upwire.Runtime.Tests;

/// <summary>
/// Joins and leaves that race with sends, by a model: who was a member from before a message was begun until after it was sent has it; who
/// had left before it was begun, or joined after it was sent, has not.
/// </summary>
public sealed class RaceTests : IAsyncDisposable
{
    private const int Members = 8;
    private const int Stays = 25;
    private const int MessagesPerChange = 3;

    private readonly Crowd _crowd = new();
    private readonly SemaphoreSlim _permits = new(0);
    private int _begun;
    private int _sent;

    public ValueTask DisposeAsync()
    {
        _permits.Dispose();
        return _crowd.DisposeAsync();
    }

    [Fact]
    public async Task Members_get_what_is_sent_while_they_are_members_and_nothing_else()
    {
        var group = _crowd.All.Group("red");
        var sending = Task.Run(() => SendAsync(group));
        await Within.Time(Task.WhenAll(Enumerable.Range(0, Members).Select(_ => Task.Run(() => ComeAndGoAsync(group)))));
        await Within.Time(sending);

        Assert.Equal(0, _crowd.Directory.Groups.Count);
    }

    // A few messages for each who comes or goes, so that there are as many in a slow run.
    private async Task SendAsync(WebSocketGroup group)
    {
        for (int i = 1; i <= Members * Stays * 2 * MessagesPerChange; i++)
        {
            await _permits.WaitAsync(CancellationToken.None);
            Volatile.Write(ref _begun, i);
            await group.SendAsync($"{i}");
            Volatile.Write(ref _sent, i);
        }
    }

    private async Task ComeAndGoAsync(WebSocketGroup group)
    {
        CrowdMember member;
        lock (_crowd)
        {
            member = _crowd.Enter();
        }

        int left = 0;
        for (int stay = 0; stay < Stays; stay++)
        {
            int before = Volatile.Read(ref _sent);
            _permits.Release(MessagesPerChange);
            Assert.True(group.Add(member.Connection));
            int first = Volatile.Read(ref _begun);
            await Task.Yield();
            int last = Volatile.Read(ref _sent);
            _permits.Release(MessagesPerChange);
            Assert.True(group.Remove(member.Connection));
            int after = Volatile.Read(ref _begun);

            // One that was begun before it left may still come after that.
            int[] received = [.. (await member.ReceivedAsync()).Select(int.Parse).SkipWhile(message => message <= left)];
            Assert.Equal(received.Order().Distinct(), received);
            Assert.All(received, message => Assert.InRange(message, before + 1, after));
            Assert.Empty(Enumerable.Range(first + 1, Math.Max(0, last - first)).Except(received));
            left = after;
        }
    }
}
