namespace Upwire.Runtime.Tests;

/// <summary>Who gets a message on which node, and by which way.</summary>
public sealed class NodeTargetTests : IAsyncLifetime
{
    private readonly Cluster _cluster = new();
    private Crowd _first = null!;
    private Crowd _second = null!;
    private CrowdMember _ann = null!;
    private CrowdMember _bob = null!;
    private CrowdMember _bobThere = null!;
    private CrowdMember _nobodyThere = null!;

    public async ValueTask InitializeAsync()
    {
        _first = await _cluster.StartAsync();
        _second = await _cluster.StartAsync();
        _ann = _first.Enter("ann", groups: ["red", "blue"]);
        _bob = _first.Enter("bob", groups: ["red"]);
        _bobThere = _second.Enter("bob", groups: ["red", "blue"]);
        _nobodyThere = _second.Enter();
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public Task All_are_all_of_all_nodes() => ExpectAsync(_first.All, "all", _ann, _bob, _bobThere, _nobodyThere);

    [Fact]
    public Task A_group_spans_all_nodes() => ExpectAsync(_first.All.Group("red"), "group/red", _ann, _bob, _bobThere);

    [Fact]
    public Task Who_is_in_several_groups_gets_a_message_once_and_it_crosses_once() => ExpectAsync(_first.All.Groups("red", "blue"), "all", _ann, _bob, _bobThere);

    [Fact]
    public Task A_user_may_be_connected_to_several_nodes() => ExpectAsync(_second.All.User("bob"), "user/bob", _bob, _bobThere);

    [Fact]
    public Task A_user_of_another_node_is_reached() => ExpectAsync(_second.All.User("ann"), "user/ann", _ann);

    [Fact]
    public Task Several_users_are_reached_on_each_node() => ExpectAsync(_second.All.Users("ann", "bob"), "all", _ann, _bob, _bobThere);

    [Fact]
    public Task A_connection_of_another_node_is_reached_through_that_node_only() =>
        ExpectAsync(_first.All.Connection(_nobodyThere.Connection.Id), $"node/{_second.Directory.NodeId}", _nobodyThere);

    [Fact]
    public Task What_is_for_a_connection_of_this_node_does_not_cross() => ExpectAsync(_first.All.Connection(_ann.Connection.Id), channel: null, _ann);

    [Fact]
    public Task Some_may_be_left_out_on_each_node() =>
        ExpectAsync(_first.All.Group("red").Except(_ann.Connection).Except(_bobThere.Connection.Id), "group/red", _bob);

    [Fact]
    public Task A_group_of_another_node_is_reached()
    {
        var member = _second.Enter("green");
        return ExpectAsync(_first.All.Group("green"), "group/green", member);
    }

    private async Task ExpectAsync(WebSocketRecipients recipients, string? channel, params CrowdMember[] expected)
    {
        int before = _cluster.Engine.Published.Count;

        await Within.Time(recipients.SendAsync("hello"));

        Assert.Equal(channel is null ? [] : [channel], _cluster.Engine.Published[before..]);
        foreach (var member in expected.Union([_ann, _bob, _bobThere, _nobodyThere]))
        {
            Assert.Equal(expected.Contains(member) ? 1 : 0, (await member.ReceivedAsync()).Count(text => text == "hello"));
        }
    }
}
