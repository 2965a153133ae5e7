using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Runtime.Tests;

/// <summary>Who is in a group, and how one leaves it.</summary>
public sealed class MembershipTests : IAsyncDisposable
{
    private readonly Crowd _crowd = new();

    public ValueTask DisposeAsync() => _crowd.DisposeAsync();

    [Fact]
    public void A_group_knows_its_members()
    {
        var group = _crowd.All.Group("red");
        Assert.Empty(group);
        var ann = _crowd.Enter().Connection;
        var bob = _crowd.Enter().Connection;

        Assert.True(group.Add(ann));
        Assert.False(group.Add(ann));
        Assert.True(_crowd.All.Group("red").Add(bob));

        Assert.Equal("red", group.Name);
        Assert.Equal(2, group.Count);
        Assert.Equal(new HashSet<WebSocketConnection> { ann, bob }, group.ToHashSet());
        Assert.True(group.Contains(ann));
        Assert.True(group.Remove(ann));
        Assert.False(group.Remove(ann));
        Assert.False(group.Contains(ann));
        Assert.Equal([bob], group);
    }

    [Fact]
    public async Task An_empty_group_leaves_nothing_behind_and_comes_again()
    {
        var group = _crowd.All.Group("red");
        var member = _crowd.Enter();
        for (int i = 0; i < 3; i++)
        {
            group.Add(member.Connection);
            Assert.Equal(1, _crowd.Directory.Groups.Count);
            group.Remove(member.Connection);
            Assert.Equal(0, _crowd.Directory.Groups.Count);
        }

        await Within.Time(group.SendAsync("to nobody"));
        Assert.Equal(0, _crowd.Directory.Groups.Count);
        Assert.True(await Within.Time(group.AddAsync(member.Connection)));
        await Within.Time(group.SendAsync("to one"));
        Assert.Equal(["to one"], await member.ReceivedAsync());
    }

    [Fact]
    public void A_connection_that_ends_leaves_everything_and_joins_nothing()
    {
        var connection = _crowd.Enter("ann", groups: ["red", "blue"]).Connection;
        string id = connection.Id;
        Assert.Same(connection, _crowd.All.Find(id));

        _crowd.Directory.Leave(connection);
        _crowd.Directory.Leave(connection);

        Assert.Empty(_crowd.All);
        Assert.Equal(0, _crowd.Directory.Groups.Count);
        Assert.Equal(0, _crowd.Directory.Users.Count);
        Assert.Null(_crowd.All.Find(id));
        Assert.False(_crowd.All.Group("red").Add(connection));
        Assert.Equal(0, _crowd.Directory.Groups.Count);
        Assert.Equal(id, connection.Id);
    }

    [Fact]
    public void Whose_id_is_asked_for_after_its_end_is_not_found()
    {
        var connection = _crowd.Enter().Connection;
        _crowd.Directory.Leave(connection);

        Assert.Null(_crowd.All.Find(connection.Id));
    }

    [Theory]
    [InlineData("client closes")]
    [InlineData("client resets")]
    [InlineData("handler returns")]
    [InlineData("handler throws")]
    [InlineData("server aborts")]
    [InlineData("server stops")]
    public async Task A_connection_leaves_its_groups_whatever_way_it_ends(string way)
    {
        var joined = new TaskCompletionSource<WebSocketConnection>(TaskCreationOptions.RunContinuationsAsynchronously);
        WebSocketConnections all = null!;
        var host = await KestrelHost.StartAsync(async socket =>
        {
            all = socket.HttpContext.RequestServices.GetRequiredService<WebSocketConnections>();
            all.Group("red").Add(socket);
            joined.SetResult(socket);
            while (await socket.ReceiveAsync() is not null)
            {
                if (way == "handler throws")
                {
                    throw new InvalidOperationException("The handler's own.");
                }

                return;
            }
        });
        var directory = host.App.Services.GetRequiredService<ConnectionDirectory>();
        using (var client = await RawWebSocketClient.OpenAsync(host.Address))
        {
            var connection = await Within.Time(joined.Task);
            Assert.Equal((1, 1), (all.Count, all.Group("red").Count));
            await EndAsync(way, client, connection);
            await host.DisposeAsync();
        }

        Assert.Equal((0, 0), (directory.All.Count, directory.Groups.Count));
    }

    private static Task EndAsync(string way, RawWebSocketClient client, WebSocketConnection connection)
    {
        switch (way)
        {
            case "client closes":
                return client.SendAsync(ClientFrame.Close(1000));
            case "handler returns" or "handler throws":
                return client.SendAsync(ClientFrame.Text("now"), ClientFrame.Close(1000));
            case "client resets":
                client.Reset();
                break;
            case "server aborts":
                connection.Abort();
                break;
            default:
                // It answers the server's close frame before that is there.
                return client.SendAsync(ClientFrame.Close(1001));
        }

        return Task.CompletedTask;
    }
}
