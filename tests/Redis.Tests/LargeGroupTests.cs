namespace Upwire.Redis.Tests;

/// <summary>A group whose members are more than a Redis keeps for one who reads from it.</summary>
public sealed class LargeGroupTests : IAsyncLifetime
{
    private const int Members = 2_000;

    // They are 24 MB; a server's default is 32 MB, and a message beyond that ends the subscriber's connection.
    private readonly RedisServer _redis = new("--client-output-buffer-limit", "pubsub 2mb 2mb 60");
    private MemberHost _first = null!;
    private MemberHost _second = null!;

    public async ValueTask InitializeAsync()
    {
        await _redis.StartAsync();
        _first = await MemberHost.StartAsync(_redis.Configuration);
        _second = await MemberHost.StartAsync(_redis.Configuration);
        await _second.EnterAsync(Members);
    }

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task Is_told_of_whole()
    {
        var members = new HashSet<string>();
        using var stop = new CancellationTokenSource(Within.Limit);
        await foreach (var change in _first.Members.WatchAsync(stop.Token))
        {
            Assert.Equal(4_000, change.Member.PublicData["about"].Length);
            Assert.True(members.Add(change.Member.ConnectionId));
            if (members.Count == Members)
            {
                break;
            }
        }

        AssertNothingWasLost();
    }

    [Fact]
    public async Task Is_listed_whole()
    {
        // Who has just come does not know yet whom to ask.
        using var stop = new CancellationTokenSource(Within.Limit);
        int count = 0;
        while (count == 0)
        {
            count = (await _first.Members.MembersEverywhereAsync(stop.Token)).Count;
        }

        Assert.Equal(Members, count);
        AssertNothingWasLost();
    }

    private void AssertNothingWasLost()
    {
        foreach (var host in (MemberHost[])[_first, _second])
        {
            Assert.Empty(host.Warnings);
        }
    }
}
