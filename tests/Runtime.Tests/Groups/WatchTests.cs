using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Runtime.Tests;

/// <summary>Who watches a group on one server, and what is known of its members.</summary>
public sealed class WatchTests : IAsyncDisposable
{
    private readonly Crowd _crowd = new();
    private readonly WebSocketGroup _red;

    public WatchTests() => _red = _crowd.All.Group("red");

    public ValueTask DisposeAsync() => _crowd.DisposeAsync();

    [Fact]
    public async Task It_begins_with_those_who_are_there_and_goes_on_with_what_becomes_of_them()
    {
        _crowd.Enter("ann", groups: ["red"]);
        await using var view = new GroupView(_red);
        Assert.Equal(["Joined ann"], view.Told);

        var bob = _crowd.Enter("bob", groups: ["red", "blue"]).Connection;
        await view.ExpectToldAsync("Joined bob");
        bob.PublicData = Data("name", "Bob");
        await view.ExpectToldAsync("Changed bob");
        Assert.Equal("Bob", view.Members.Single(member => member.UserId == "bob").PublicData["name"]);
        _red.Remove(bob);
        await view.ExpectToldAsync("Left bob");
        _red.Add(bob);
        await view.ExpectToldAsync("Joined bob");
        _crowd.Directory.Leave(bob);
        await view.ExpectToldAsync("Left bob");

        Assert.Equal(["Joined ann", "Joined bob", "Changed bob", "Left bob", "Joined bob", "Left bob"], view.Told);
    }

    [Fact]
    public async Task What_changes_nothing_is_not_told()
    {
        var ann = _crowd.Enter("ann", groups: ["red"]).Connection;
        ann.PublicData = Data("name", "Ann");
        await using var view = new GroupView(_red);

        _red.Add(ann);
        _crowd.All.Group("blue").Add(ann);
        _crowd.All.Group("blue").Remove(ann);
        ann.PublicData = Data("name", "Ann");
        var bob = _crowd.Enter(user: "bob").Connection;
        bob.PublicData = Data("name", "Bob");
        _red.Add(bob);

        await view.ExpectToldAsync("Joined bob");
        Assert.Equal(["Joined ann", "Joined bob"], view.Told);
    }

    [Fact]
    public async Task A_group_is_forgotten_with_its_last_watcher()
    {
        var groups = _crowd.Services.GetRequiredService<WatchedGroups>();
        await using (new GroupView(_red))
        {
            await using (new GroupView(_red))
            {
                Assert.Equal(1, groups.Count);
            }

            Assert.Equal(1, groups.Count);
        }

        Assert.Equal(0, groups.Count);
    }

    [Fact]
    public async Task Watching_ends_when_it_is_cancelled_or_left()
    {
        _crowd.Enter("ann", groups: ["red"]);
        await foreach (var change in _red.WatchAsync())
        {
            Assert.Equal((WebSocketMemberChangeKind.Joined, "ann"), (change.Kind, change.Member.UserId));
            break;
        }

        using var stop = new CancellationTokenSource();
        await using var changes = _red.WatchAsync(stop.Token).GetAsyncEnumerator(CancellationToken.None);
        Assert.True(await Within.Time(changes.MoveNextAsync()));
        var next = changes.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Within.Time(next));
        Assert.Equal(0, _crowd.Services.GetRequiredService<WatchedGroups>().Count);
    }

    [Fact]
    public async Task Who_reads_slowly_is_told_the_difference()
    {
        var ann = _crowd.Enter("ann", groups: ["red"]).Connection;
        var bob = _crowd.Enter("bob", groups: ["red"]).Connection;
        using var stop = new CancellationTokenSource();
        var changes = _red.WatchAsync(stop.Token).GetAsyncEnumerator(CancellationToken.None);
        await ExpectAsync("Joined ann", "Joined bob");

        for (int i = 0; i < 1_000; i++)
        {
            var passer = _crowd.Enter("passer", groups: ["red"]).Connection;
            _red.Remove(passer);
            ann.PublicData = Data("count", $"{i}");
        }

        _red.Remove(bob);
        _crowd.Enter("carl", groups: ["red"]);
        await ExpectAsync("Changed ann", "Left bob", "Joined carl");
        var next = changes.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Within.Time(next));

        async Task ExpectAsync(params string[] expected)
        {
            foreach (string change in expected)
            {
                Assert.True(await Within.Time(changes.MoveNextAsync()));
                Assert.Equal(change, $"{changes.Current.Kind} {changes.Current.Member.UserId}");
            }
        }
    }

    [Fact]
    public void What_a_watcher_has_not_been_told_is_never_more_than_the_difference()
    {
        var watcher = new MemberWatcher();
        var ann = new WebSocketMember("1", "ann", Data("name", "Ann"));
        var annAgain = ann with { PublicData = Data("name", "Anna") };
        for (int i = 0; i < 10; i++)
        {
            watcher.Tell(new(null, ann));
            Assert.Equal(1, watcher.UntoldCount);
            watcher.Tell(new(ann, annAgain));
            Assert.Equal(1, watcher.UntoldCount);
            watcher.Tell(new(annAgain, null));
            Assert.Equal(0, watcher.UntoldCount);
        }
    }

    [Fact]
    public async Task Members_are_listed_with_what_may_be_known_of_them()
    {
        var ann = _crowd.Enter("ann", groups: ["red"]).Connection;
        var nobody = _crowd.Enter("red").Connection;
        nobody.PublicData = Data("name", "Guest");
        _crowd.Enter(user: "bob");

        var members = await Within.Time(_red.MembersEverywhereAsync());

        Assert.Equal([new(ann.Id, "ann", Data()), new(nobody.Id, null, Data("name", "Guest"))], members.ToHashSet());
        Assert.Empty(await Within.Time(_crowd.All.Group("none").MembersEverywhereAsync()));
    }

    [Fact]
    public void Public_data_are_copied_and_bounded()
    {
        var connection = _crowd.Enter().Connection;
        Assert.Empty(connection.PublicData);
        var data = new Dictionary<string, string> { ["name"] = "Ann" };
        connection.PublicData = data;
        data["name"] = "Bob";
        Assert.Equal("Ann", connection.PublicData["name"]);

        connection.PublicData = Data("name", new string('x', 4_092));
        Assert.Throws<ArgumentException>(() => connection.PublicData = Data("name", new string('x', 4_093)));
        Assert.Throws<ArgumentException>(() => connection.PublicData = Data("name", null!));
        Assert.Throws<ArgumentNullException>(() => connection.PublicData = null!);
        Assert.Equal(4_092, connection.PublicData["name"].Length);
    }

    [Fact]
    public void Members_that_say_the_same_are_equal()
    {
        var member = new WebSocketMember("1", "ann", Data("name", "Ann"));

        Assert.Equal(member, member with { PublicData = Data("name", "Ann") });
        Assert.NotEqual(member, member with { PublicData = Data("name", "Bob") });
        Assert.NotEqual(member, member with { PublicData = Data("title", "Ann") });
        Assert.NotEqual(member, member with { PublicData = Data() });
        Assert.NotEqual(member, member with { UserId = null });
        Assert.NotEqual(member, member with { ConnectionId = "2" });
        Assert.Equal(member.GetHashCode(), (member with { PublicData = Data("name", "Ann") }).GetHashCode());
    }

    private static Dictionary<string, string> Data() => [];

    private static Dictionary<string, string> Data(string name, string value) => new() { [name] = value };
}
