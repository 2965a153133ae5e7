using CsCheck;

namespace Upwire.Runtime.Tests;

/// <summary>
/// Whatever happens between nodes: after everything was delivered and a lease is over, each watcher knows exactly those who are members.
/// </summary>
public sealed class PresenceProperties
{
    private const int Nodes = 3;
    private const int Steps = 120;

    // Three are a lease.
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    [Fact]
    public Task Each_watcher_knows_in_the_end_exactly_who_is_there() =>
        Gen.Int[0, int.MaxValue - 1].SampleAsync(RunAsync, iter: Fuzzing.Iterations(40), threads: 1);

    private static async Task RunAsync(int seed)
    {
        var random = new Random(seed);
        await using var cluster = new Cluster();
        var nodes = new List<Crowd>();
        for (int i = 0; i < Nodes; i++)
        {
            nodes.Add(await cluster.StartAsync());
        }

        var views = new List<(Crowd Node, GroupView View)>();
        var members = new List<(Crowd Node, WebSocketConnection Connection)>();
        for (int step = 0; step < Steps; step++)
        {
            await StepAsync(random, cluster, nodes, views, members);
        }

        Settle(random, cluster, nodes);
        WebSocketMember[] expected = [.. nodes.SelectMany(static node => node.All.Group("red").Select(node.Directory.Describe))];
        foreach (var (_, view) in views)
        {
            await view.ExpectAsync(expected);
        }

        // What one node knows is also what the next watcher there is told, and nothing else.
        foreach (var (node, _) in views)
        {
            await using var view = new GroupView(node.All.Group("red"));
            Assert.Equal(expected.ToHashSet(), view.Members.ToHashSet());
        }

        foreach (var (_, view) in views)
        {
            await view.DisposeAsync();
        }
    }

    private static async Task StepAsync(
        Random random, Cluster cluster, List<Crowd> nodes, List<(Crowd Node, GroupView View)> views, List<(Crowd Node, WebSocketConnection Connection)> members)
    {
        var node = nodes[random.Next(nodes.Count)];
        switch (random.Next(12))
        {
            case 0 when views.Count < 2 * Nodes:
                views.Add((node, new(node.All.Group("red"))));
                break;
            case 1 when views.Count > 1:
                int ended = random.Next(views.Count);
                await views[ended].View.DisposeAsync();
                views.RemoveAt(ended);
                break;
            case 2:
                cluster.Engine.HoldsMessages = !cluster.Engine.HoldsMessages;
                break;
            case 3:
                cluster.Engine.DeliverHeld(random);
                break;
            case 4:
                var backplane = Cluster.BackplaneOf(node);
                backplane.IsCutOff = !backplane.IsCutOff;
                break;
            case 5:
                cluster.Engine.IsAway = random.Next(4) == 0;
                break;
            case 6:
                cluster.Time.Advance(TimeSpan.FromSeconds(random.Next(1, 8)));
                break;
            default:
                ChangeMembers(random, node, members);
                break;
        }
    }

    private static void ChangeMembers(Random random, Crowd node, List<(Crowd Node, WebSocketConnection Connection)> members)
    {
        if (members.Count == 0 || random.Next(3) == 0)
        {
            members.Add((node, node.Enter("red").Connection));
            return;
        }

        var (home, connection) = members[random.Next(members.Count)];
        switch (random.Next(4))
        {
            case 0:
                home.All.Group("red").Remove(connection);
                break;
            case 1:
                home.All.Group("red").Add(connection);
                break;
            case 2:
                home.Directory.Leave(connection);
                break;
            default:
                connection.PublicData = new Dictionary<string, string> { ["number"] = $"{random.Next(3)}" };
                break;
        }
    }

    private static void Settle(Random random, Cluster cluster, List<Crowd> nodes)
    {
        cluster.Engine.DeliverHeld(random);
        cluster.Engine.HoldsMessages = false;
        cluster.Engine.IsAway = false;
        nodes.ForEach(static node => Cluster.BackplaneOf(node).IsCutOff = false);
        cluster.Time.Advance(Subscriptions.RetryDelay);
        for (int i = 0; i < 3; i++)
        {
            cluster.Time.Advance(Period);
        }
    }
}
