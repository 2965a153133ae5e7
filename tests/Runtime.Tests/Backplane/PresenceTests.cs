using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Runtime.Tests;

/// <summary>Who is in a group over several nodes, as each watcher is told.</summary>
public sealed class PresenceTests : IAsyncDisposable
{
    /// <summary>How many messages it takes to tell of the members of <see cref="EnterMany"/>.</summary>
    private const int PartsOfMany = 4;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly Cluster _cluster = new();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task Members_of_all_nodes_are_told_of_as_they_come_change_and_go()
    {
        var (first, second) = await StartTwoAsync();
        first.Enter("ann", groups: ["red"]);
        second.Enter("bob", groups: ["red", "blue"]);
        await using var view = new GroupView(first.All.Group("red"));
        await view.ExpectAsync("ann", "bob");

        var carl = second.Enter("carl", groups: ["red"]).Connection;
        await view.ExpectToldAsync("Joined carl");
        carl.PublicData = new Dictionary<string, string> { ["name"] = "Carl", ["avatar"] = "ü.png" };
        await view.ExpectToldAsync("Changed carl");
        Assert.Contains(second.Directory.Describe(carl), view.Members);
        second.All.Group("red").Remove(carl);
        await view.ExpectToldAsync("Left carl");
        second.All.Group("red").Add(carl);
        await view.ExpectToldAsync("Joined carl");
        second.Directory.Leave(carl);
        await view.ExpectToldAsync("Left carl");

        Assert.Equal(["Joined ann", "Joined bob", "Joined carl", "Changed carl", "Left carl", "Joined carl", "Left carl"], view.Told);
    }

    [Fact]
    public async Task Members_of_all_nodes_are_listed()
    {
        var (first, second) = await StartTwoAsync();
        var ann = first.Enter("ann", groups: ["red"]).Connection;
        var bob = second.Enter("bob", groups: ["red"]).Connection;
        var nobody = second.Enter("red").Connection;
        bob.PublicData = new Dictionary<string, string> { ["name"] = "Bob" };

        var expected = new HashSet<WebSocketMember> { first.Directory.Describe(ann), second.Directory.Describe(bob), second.Directory.Describe(nobody) };

        Assert.Equal(expected, (await Within.Time(first.All.Group("red").MembersEverywhereAsync())).ToHashSet());
        Assert.Equal(expected, (await Within.Time(second.All.Group("red").MembersEverywhereAsync())).ToHashSet());
        Assert.Empty(await Within.Time(first.All.Group("none").MembersEverywhereAsync()));
    }

    [Fact]
    public async Task Members_of_a_node_that_does_not_answer_are_left_out_of_the_list()
    {
        var (first, second) = await StartTwoAsync();
        var ann = first.Enter("ann", groups: ["red"]).Connection;
        second.Enter("bob", groups: ["red"]);
        Cluster.BackplaneOf(second).IsCutOff = true;

        var listing = first.All.Group("red").MembersEverywhereAsync().AsTask();
        Assert.False(listing.IsCompleted);
        _cluster.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal([first.Directory.Describe(ann)], await Within.Time(listing));
    }

    [Fact]
    public async Task Nothing_is_published_of_what_nobody_watches()
    {
        var (first, second) = await StartTwoAsync();
        int before = _cluster.Engine.Published.Count;

        ComeAndGo(first);
        ComeAndGo(second);
        Assert.Equal(before, _cluster.Engine.Published.Count);

        await using (var view = new GroupView(first.All.Group("red")))
        {
            ComeAndGo(second);
            Assert.Equal(1, _cluster.Engine.SubscribersOf("watch/red"));
            Assert.Equal((1, 1), (WatchedBy(first).Count, WatchedBy(second).Count));
        }

        Assert.Equal(0, _cluster.Engine.SubscribersOf("watch/red"));
        Assert.Equal((0, 0), (WatchedBy(first).Count, WatchedBy(second).Count));
        before = _cluster.Engine.Published.Count;
        ComeAndGo(second);
        Assert.Equal(before, _cluster.Engine.Published.Count);

        static void ComeAndGo(Crowd node)
        {
            var member = node.Enter("red").Connection;
            member.PublicData = new Dictionary<string, string> { ["name"] = "Ann" };
            node.Directory.Leave(member);
        }
    }

    [Fact]
    public async Task A_node_tells_only_those_that_watch()
    {
        var (first, second) = await StartTwoAsync();
        var third = await _cluster.StartAsync();
        await using var view = new GroupView(first.All.Group("red"));
        await using var other = new GroupView(third.All.Group("blue"));

        second.Enter("ann", groups: ["red"]);

        await view.ExpectAsync("ann");
        Assert.Equal("watch/red", _cluster.Engine.Published[^1]);
        Assert.Empty(other.Told);
        Assert.Equal(1, _cluster.Engine.SubscribersOf("watch/red"));
    }

    [Fact]
    public async Task Each_node_may_watch_and_several_on_one()
    {
        var (first, second) = await StartTwoAsync();
        first.Enter("ann", groups: ["red"]);
        await using var early = new GroupView(first.All.Group("red"));
        await using var there = new GroupView(second.All.Group("red"));
        second.Enter("bob", groups: ["red"]);
        await using var late = new GroupView(first.All.Group("red"));
        Assert.Equal(["Joined ann", "Joined bob"], late.Told);

        foreach (var view in new[] { early, there, late })
        {
            await view.ExpectAsync("ann", "bob");
            Assert.Equal(2, view.Told.Length);
        }
    }

    [Fact]
    public async Task A_node_that_comes_later_tells_of_its_members()
    {
        var first = await _cluster.StartAsync();
        await using var view = new GroupView(first.All.Group("red"));
        var second = await _cluster.StartAsync(isAcquainted: false);
        second.Enter("ann", groups: ["red"]);

        await view.ExpectAsync("ann");
    }

    [Fact]
    public async Task Members_leave_with_a_node_that_stops()
    {
        var (first, second) = await StartTwoAsync();
        second.Enter("ann", groups: ["red"]);
        await using var view = new GroupView(first.All.Group("red"));
        await using var there = new GroupView(second.All.Group("red"));
        await view.ExpectAsync("ann");

        await Cluster.StopAsync(second);

        await view.ExpectToldAsync("Left ann");
        Assert.True(WatchedBy(first).IsWatchedHere("red"));

        // It may still close its connections, and is not taken to be back for that.
        int before = _cluster.Engine.Published.Count;
        var bob = second.Enter("bob", groups: ["red"]).Connection;
        await there.ExpectToldAsync("Joined bob");
        second.Directory.Leave(bob);
        Assert.Equal(before, _cluster.Engine.Published.Count);
    }

    [Fact]
    public async Task What_is_overtaken_by_the_farewell_of_its_node_brings_nobody_back()
    {
        var (first, second) = await StartTwoAsync();
        second.Enter("ann", groups: ["red"]);
        var carl = first.Enter("carl", groups: ["red"]);
        await using var view = new GroupView(first.All.Group("red"));
        await view.ExpectAsync("ann", "carl");

        var random = new Random(1);
        _cluster.Engine.HoldsMessages = true;
        second.Enter("bob", groups: ["red"]);
        await second.All.Group("red").SendAsync("the last");
        await Cluster.StopAsync(second);
        _cluster.Engine.DeliverHeld(random, static channel => channel == BackplaneChannels.All);
        _cluster.Engine.HoldsMessages = false;
        _cluster.Engine.DeliverHeld(random);

        await view.ExpectToldAsync("Left ann");
        Assert.DoesNotContain("Joined bob", view.Told);
        Assert.Equal(1, await Within.Time(first.All.Group("red").CountEverywhereAsync()));
        Assert.Equal(["the last"], await carl.ReceivedAsync());
    }

    [Fact]
    public async Task Members_leave_with_a_node_that_dies_when_its_lease_is_over_and_are_back_when_it_is()
    {
        var (first, second) = await StartTwoAsync();
        first.Enter("ann", groups: ["red"]);
        second.Enter("bob", groups: ["red"]);
        await using var view = new GroupView(first.All.Group("red"));
        await using var there = new GroupView(second.All.Group("red"));
        await view.ExpectAsync("ann", "bob");
        Cluster.BackplaneOf(second).IsCutOff = true;
        _cluster.Time.Advance(Period);
        _cluster.Time.Advance(Period);
        Assert.Equal(["Joined ann", "Joined bob"], view.Told);
        _cluster.Time.Advance(Period);
        _cluster.Time.Advance(Period);

        await view.ExpectToldAsync("Left bob");
        await there.ExpectToldAsync("Left ann");
        second.Enter("carl", groups: ["red"]);

        Cluster.BackplaneOf(second).IsCutOff = false;
        _cluster.Time.Advance(Period);

        await view.ExpectAsync("ann", "bob", "carl");
        await there.ExpectAsync("ann", "bob", "carl");
    }

    [Fact]
    public async Task Who_watches_and_dies_is_told_of_nothing_any_more()
    {
        var (first, second) = await StartTwoAsync();
        await using var view = new GroupView(first.All.Group("red"));
        Assert.Equal(1, WatchedBy(second).Count);
        Cluster.BackplaneOf(first).IsCutOff = true;

        for (int i = 0; i < 4; i++)
        {
            _cluster.Time.Advance(Period);
        }

        Assert.Equal(0, WatchedBy(second).Count);
    }

    [Fact]
    public async Task A_watch_whose_end_was_lost_lasts_for_a_lease()
    {
        var (first, second) = await StartTwoAsync();
        var view = new GroupView(first.All.Group("red"));
        Cluster.BackplaneOf(first).IsCutOff = true;
        await view.DisposeAsync();
        Cluster.BackplaneOf(first).IsCutOff = false;

        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(i < 3 ? 1 : 0, WatchedBy(second).Count);
            _cluster.Time.Advance(Period);
        }

        Assert.Equal(0, WatchedBy(second).Count);
    }

    [Fact]
    public async Task What_was_lost_is_seen_with_the_next_change()
    {
        var (first, second) = await StartTwoAsync();
        var ann = second.Enter("ann", groups: ["red"]).Connection;
        await using var view = new GroupView(first.All.Group("red"));
        await view.ExpectAsync("ann");
        Cluster.BackplaneOf(first).IsCutOff = true;
        second.Directory.Leave(ann);
        second.Enter("bob", groups: ["red"]);
        Cluster.BackplaneOf(first).IsCutOff = false;

        second.Enter("carl", groups: ["red"]);

        await view.ExpectAsync("bob", "carl");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_lost_is_seen_after_a_period(bool isAway)
    {
        var (first, second) = await StartTwoAsync();
        var ann = second.Enter("ann", groups: ["red"]).Connection;
        await using var view = new GroupView(first.All.Group("red"));
        await view.ExpectAsync("ann");
        _cluster.Engine.IsAway = isAway;
        Cluster.BackplaneOf(second).IsCutOff = !isAway;
        second.Directory.Leave(ann);
        second.Enter("bob", groups: ["red"]);
        _cluster.Engine.IsAway = false;
        Cluster.BackplaneOf(second).IsCutOff = false;
        Assert.Equal(["Joined ann"], view.Told);

        _cluster.Time.Advance(Period);

        await view.ExpectAsync("bob");
    }

    [Fact]
    public async Task A_group_that_was_watched_anew_meanwhile_is_not_taken_for_the_one_before()
    {
        var (first, second) = await StartTwoAsync();
        second.Enter("ann", groups: ["red"]);
        await using var view = new GroupView(first.All.Group("red"));
        await view.ExpectAsync("ann");

        // To the second, the first has stopped; it forgets the group, whose members change as often as before.
        var stranger = new MemoryBackplane(_cluster.Engine);
        await stranger.PublishAsync("all", EnvelopeWriter.Watch(EnvelopeKind.Unwatch, first.Directory.NodeId, "red"));
        Assert.Equal(0, WatchedBy(second).Count);
        second.Enter("bob", groups: ["red"]);

        _cluster.Time.Advance(Period);

        await view.ExpectAsync("ann", "bob");
    }

    [Fact]
    public async Task Watching_that_begins_while_the_engine_is_away_is_made_up_for()
    {
        var (first, second) = await StartTwoAsync();
        second.Enter("ann", groups: ["red"]);
        _cluster.Engine.IsAway = true;
        await using var view = new GroupView(first.All.Group("red"));
        Assert.Empty(view.Told);

        _cluster.Engine.IsAway = false;
        _cluster.Time.Advance(Subscriptions.RetryDelay);

        await view.ExpectAsync("ann");
    }

    [Fact]
    public async Task Members_are_asked_for_when_their_answer_reaches_the_node()
    {
        var (first, second) = await StartTwoAsync();
        second.Enter("ann", groups: ["red"]);
        var confirmation = new TaskCompletionSource();
        _cluster.Engine.Confirmation = confirmation;

        await using var view = new GroupView(first.All.Group("red"));
        Assert.Equal(0, WatchedBy(second).Count);
        confirmation.SetResult();

        await view.ExpectAsync("ann");
    }

    [Fact]
    public async Task Many_members_are_told_of_in_parts_one_of_them_under_way()
    {
        var (first, second) = await StartTwoAsync();
        EnterMany(second);
        int before = _cluster.Engine.Published.Count;
        var acceptance = new TaskCompletionSource();
        _cluster.Engine.Acceptance = acceptance;

        await using var view = new GroupView(first.All.Group("red"));
        second.Enter("the last", groups: ["red"]);
        Assert.Equal(["all", "watch/red"], _cluster.Engine.Published[before..]);
        Assert.Empty(view.Told);
        acceptance.SetResult();

        await view.ExpectAsync([.. second.All.Group("red").Select(second.Directory.Describe)]);
        Assert.Equal(["all", .. Enumerable.Repeat("watch/red", PartsOfMany + 1)], _cluster.Engine.Published[before..]);
        Assert.InRange(_cluster.Engine.LargestMessage, 64 * 1024, 100_000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(PartsOfMany)]
    public async Task Members_of_whom_a_part_was_lost_are_asked_for_again(int lost)
    {
        var (first, second) = await StartTwoAsync();
        EnterMany(second);
        int part = 0;
        _cluster.Engine.Loses = channel => channel == "watch/red" && ++part == lost;

        await using var view = new GroupView(first.All.Group("red"));
        Assert.Equal(PartsOfMany, part);
        Assert.Empty(view.Told);
        _cluster.Time.Advance(Period);

        await view.ExpectAsync([.. second.All.Group("red").Select(second.Directory.Describe)]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Parts_of_two_answers_are_put_together_only_if_nothing_has_changed(bool hasChanged)
    {
        var (first, second) = await StartTwoAsync();
        var ann = second.Enter("ann", groups: ["red"]).Connection;
        EnterMany(second);

        // The first answer loses its end, and the second its beginning.
        int part = 0;
        _cluster.Engine.Loses = channel => channel == "watch/red" && ++part is PartsOfMany or PartsOfMany + 1;
        await using var view = new GroupView(first.All.Group("red"));
        if (hasChanged)
        {
            // Lost as well.
            part--;
            ann.PublicData = new Dictionary<string, string> { ["name"] = "Ann" };
        }

        await new MemoryBackplane(_cluster.Engine).PublishAsync("all", EnvelopeWriter.Watch(EnvelopeKind.StateRequest, first.Directory.NodeId, "red"));
        Assert.Equal(2 * PartsOfMany, part);
        if (hasChanged)
        {
            Assert.Empty(view.Told);
            _cluster.Time.Advance(Period);
        }

        await view.ExpectAsync([.. second.All.Group("red").Select(second.Directory.Describe)]);
    }

    [Fact]
    public async Task Many_members_are_listed_in_parts_and_a_node_whose_part_was_lost_is_left_out()
    {
        var (first, second) = await StartTwoAsync();
        var ann = first.Enter("ann", groups: ["red"]).Connection;
        EnterMany(second);

        var members = await Within.Time(first.All.Group("red").MembersEverywhereAsync());
        Assert.Equal([first.Directory.Describe(ann), .. second.All.Group("red").Select(second.Directory.Describe)], members.ToHashSet());
        Assert.InRange(_cluster.Engine.LargestMessage, 64 * 1024, 100_000);

        int part = 0;
        _cluster.Engine.Loses = channel => channel.StartsWith("node/", StringComparison.Ordinal) && ++part == 2;
        var listing = first.All.Group("red").MembersEverywhereAsync().AsTask();
        Assert.Equal(PartsOfMany, part);
        Assert.False(listing.IsCompleted);
        _cluster.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal([first.Directory.Describe(ann)], await Within.Time(listing));
    }

    [Fact]
    public async Task Of_parts_the_rest_is_not_published_when_the_engine_is_away()
    {
        var (first, second) = await StartTwoAsync();
        EnterMany(second);
        int before = _cluster.Engine.Published.Count;
        _cluster.Engine.Loses = channel => _cluster.Engine.IsAway = channel == "watch/red";
        await using var view = new GroupView(first.All.Group("red"));

        Assert.Equal(["all", "watch/red"], _cluster.Engine.Published[before..]);
        Assert.Single(_cluster.Log.Warnings);
    }

    [Fact]
    public async Task Members_that_come_and_go_on_many_threads_are_told_of_exactly()
    {
        var (first, second) = await StartTwoAsync();
        await using var here = new GroupView(first.All.Group("red"));
        await using var there = new GroupView(second.All.Group("red"));
        var members = new[] { first, second }.SelectMany(node => Enumerable.Range(0, 8).Select(i => (Node: node, node.Enter().Connection, Index: i))).ToArray();

        await Within.Time(Task.WhenAll(members.Select(member => Task.Run(() => ComeAndGo(member.Node, member.Connection, member.Index)))));

        WebSocketMember[] expected = [.. members.Where(member => member.Index % 2 == 0).Select(member => member.Node.Directory.Describe(member.Connection))];
        await here.ExpectAsync(expected);
        await there.ExpectAsync(expected);

        static void ComeAndGo(Crowd node, WebSocketConnection connection, int index)
        {
            var group = node.All.Group("red");
            for (int i = 0; i < 200; i++)
            {
                group.Add(connection);
                connection.PublicData = new Dictionary<string, string> { ["i"] = $"{i}" };
                group.Remove(connection);
            }

            if (index % 2 == 0)
            {
                group.Add(connection);
            }
        }
    }

    private static void EnterMany(Crowd node)
    {
        for (int i = 0; i < 400; i++)
        {
            node.Enter($"user {i}", groups: ["red"]).Connection.PublicData = new Dictionary<string, string> { ["about"] = new('x', 500) };
        }
    }

    private async Task<(Crowd First, Crowd Second)> StartTwoAsync() => (await _cluster.StartAsync(), await _cluster.StartAsync());

    private static WatchedGroups WatchedBy(Crowd node) => node.Services.GetRequiredService<WatchedGroups>();
}
