using System.Net.WebSockets;

namespace Upwire.Redis.Tests;

/// <summary>The sample Chat on two servers, each a process, and a redis-server between them.</summary>
public sealed class ChatNodesTests(RedisFixture redis) : IClassFixture<RedisFixture>, IAsyncLifetime
{
    private ServerProcess _first = null!;
    private ServerProcess _second = null!;

    public async ValueTask InitializeAsync()
    {
        var nodes = await Task.WhenAll(StartAsync(), StartAsync());
        (_first, _second) = (nodes[0], nodes[1]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in (ServerProcess?[])[_first, _second])
        {
            await (node?.DisposeAsync() ?? default);
        }
    }

    [Fact]
    public async Task People_on_both_talk_and_see_each_other()
    {
        using var ann = await ChatClient.JoinAsync(_first.Address, "Ann", "red");
        using var bob = await ChatClient.JoinAsync(_second.Address, "Bob", "red");
        await ann.ExpectAsync("joined Bob");
        await bob.ExpectAsync("here Ann");

        await ann.SayAsync("hello");
        await bob.ExpectAsync("said Ann hello");
        await bob.SayAsync("hello yourself");
        await ann.ExpectAsync("said Bob hello yourself");

        using var carl = await ChatClient.JoinAsync(_second.Address, "Carl", "red");
        Assert.Equal(["said Ann hello", "said Bob hello yourself", "members"], carl.Told);
        await carl.ExpectAsync("here Ann");
        await carl.ExpectAsync("here Bob");

        // Once, wherever it was said.
        await ann.SayAsync("the end");
        foreach (var client in (ChatClient[])[ann, bob, carl])
        {
            await client.ExpectAsync("said Ann the end");
            Assert.Equal(client.Told.Distinct(), client.Told);
        }

        foreach (var node in (ServerProcess[])[_first, _second])
        {
            await ExpectRoomsAsync(node, """[{"name":"red","members":3}]""");
        }
    }

    [Fact]
    public async Task Of_three_servers_one_is_killed_and_one_stops_while_people_talk()
    {
        const int Texts = 50;
        await using var third = await StartAsync();
        using var ann = await ChatClient.JoinAsync(_first.Address, "Ann", "yellow");
        using var bob = await ChatClient.JoinAsync(_second.Address, "Bob", "yellow");
        using var carl = await ChatClient.JoinAsync(third.Address, "Carl", "yellow");
        var people = new Dictionary<string, ChatClient> { ["Ann"] = ann, ["Bob"] = bob, ["Carl"] = carl };
        await ann.ExpectAsync("joined Carl");
        await bob.ExpectAsync("joined Carl");
        foreach (var node in (ServerProcess[])[_first, _second, third])
        {
            await ExpectRoomsAsync(node, """[{"name":"yellow","members":3}]""");
        }

        await Task.WhenAll(people.Values.Select(static speaker => SayManyAsync(speaker, Texts)));
        foreach (var listener in people.Values)
        {
            foreach (string speaker in people.Keys)
            {
                await listener.ExpectAsync($"said {speaker} {Texts - 1}");
            }

            foreach (string speaker in people.Keys)
            {
                Assert.Equal(
                    Enumerable.Range(0, Texts).Select(i => $"said {speaker} {i}"),
                    listener.Told.Where(told => told.StartsWith($"said {speaker} ", StringComparison.Ordinal)));
            }
        }

        await third.DisposeAsync();
        await bob.SayAsync("Carl?");
        await ann.ExpectAsync("said Bob Carl?");
        await ann.ExpectAsync("left Carl");
        await bob.ExpectAsync("left Carl");

        var stop = _second.StopAsync();
        await bob.ExpectEndAsync();
        bob.Dispose();
        await ann.ExpectAsync("left Bob");
        await stop;
        await ExpectRoomsAsync(_first, """[{"name":"yellow","members":1}]""");
    }

    [Fact]
    public async Task Who_was_on_a_server_that_is_killed_leaves_when_its_lease_is_over()
    {
        using var ann = await ChatClient.JoinAsync(_first.Address, "Ann", "blue");
        using var bob = await ChatClient.JoinAsync(_second.Address, "Bob", "blue");
        await ann.ExpectAsync("joined Bob");

        await _second.DisposeAsync();

        await ann.ExpectAsync("left Bob");
        await ExpectRoomsAsync(_first, """[{"name":"blue","members":1}]""");
    }

    [Fact]
    public async Task Who_was_on_a_server_that_stops_goes_on_at_the_other()
    {
        using var ann = await ChatClient.JoinAsync(_first.Address, "Ann", "green");
        using var bob = await ChatClient.JoinAsync(_second.Address, "Bob", "green");
        await ann.ExpectAsync("joined Bob");
        await bob.SayAsync("here I am");
        await ann.ExpectAsync("said Bob here I am");

        var stop = _second.StopAsync();
        await bob.ExpectEndAsync();
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, bob.CloseStatus);
        bob.Dispose();
        await ann.ExpectAsync("left Bob");
        await stop;

        await ann.SayAsync("are you still there?");
        await ann.ExpectAsync("said Ann are you still there?");
        using var again = await ChatClient.JoinAsync(_first.Address, "Bob", "green");
        Assert.Equal(["said Bob here I am", "said Ann are you still there?", "members"], again.Told);
    }

    [Fact]
    public async Task Behind_the_proxy_of_the_sample_it_makes_no_difference_which_server_answers()
    {
        await using var proxy = await ReverseProxy.StartAsync(Path.Combine(AppContext.BaseDirectory, "nginx.conf.template"), _first.Address, _second.Address);

        // One after the other they are spread over both.
        var people = new List<ChatClient>();
        foreach (string name in (string[])["Ann", "Bob", "Carl", "Dora"])
        {
            people.Add(await ChatClient.JoinAsync(proxy.Address, name, "white"));
        }

        await people[0].ExpectAsync("joined Dora");
        await people[0].SayAsync("hello");
        await people[3].ExpectAsync("said Ann hello");
        foreach (var client in people)
        {
            await client.ExpectAsync("said Ann hello");
        }

        // The page's own origin is the proxy's; others may not connect.
        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => ChatClient.JoinAsync(proxy.Address, "Eve", "white", "https://evil.example"));
        Assert.Contains("403", refusal.Message, StringComparison.Ordinal);

        // From the first close on, it takes nobody any more: before that, it might take one whom it then closes.
        using var witness = await ChatClient.JoinAsync(_second.Address, "Gina", "black");
        var stop = _second.StopAsync();
        await witness.ExpectEndAsync();
        foreach (string name in (string[])["Emil", "Fred"])
        {
            using var client = await ChatClient.JoinAsync(proxy.Address, name, "white");
            Assert.Contains("said Ann hello", client.Told);
        }

        await stop;
        people.ForEach(static client => client.Dispose());
    }

    private static async Task SayManyAsync(ChatClient speaker, int count)
    {
        for (int i = 0; i < count; i++)
        {
            await speaker.SayAsync($"{i}");
        }
    }

    private static async Task ExpectRoomsAsync(ServerProcess node, string expected)
    {
        using var client = new HttpClient { BaseAddress = node.Address, Timeout = Patience.Limit };
        await ChatRoomList.ExpectAsync(client, expected);
    }

    private async Task<ServerProcess> StartAsync()
    {
        var server = await redis.GetAsync();
        return await ServerProcess.StartBuiltAsync("Chat", environment: new Dictionary<string, string>
        {
            ["ConnectionStrings__Redis"] = server.Configuration,
            ["Upwire__Backplane__LeaseTime"] = "00:00:03",
            ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true",
        });
    }
}
