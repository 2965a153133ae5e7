using System.Text;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace Upwire.Runtime.Tests;

/// <summary>Who can write to the engine can write anything: a node takes it or drops it, and nothing else comes of it.</summary>
public sealed class EnvelopeFuzzTests : IAsyncDisposable
{
    private static readonly WebSocketMember Ann = new("1.other", "ann", new Dictionary<string, string> { ["name"] = "Ann", ["avatar"] = "ü.png" });
    private static readonly WebSocketMember Nobody = new("2.other", null, MemberData.Empty);
    private static readonly Audience Red = Audience.Of(AudienceKind.Groups, "red");

    private static readonly byte[][] Messages =
    [
        .. new[]
        {
            EnvelopeWriter.Message("other", Red with { Except = ["1"] }, new SharedFrame("hello")),
            EnvelopeWriter.Presence(EnvelopeKind.Alive, "other"),
            EnvelopeWriter.Presence(EnvelopeKind.Hello, "other"),
            EnvelopeWriter.Presence(EnvelopeKind.Gone, "third"),
            EnvelopeWriter.Request(EnvelopeKind.CountRequest, "other", 1, Red),
            EnvelopeWriter.CountAnswer("other", 1, 2),
            EnvelopeWriter.Request(EnvelopeKind.MembersRequest, "other", 1, Red),
            EnvelopeWriter.MembersAnswer("other", 1, [Ann, Nobody]).Single(),
            EnvelopeWriter.Watch(EnvelopeKind.Watch, "other", "red", "blue"),
            EnvelopeWriter.Watch(EnvelopeKind.StateRequest, "other", "red"),
            EnvelopeWriter.Watch(EnvelopeKind.Unwatch, "other", "blue"),
            EnvelopeWriter.State("other", "red", 1, [Ann, Nobody]).Single(),
            EnvelopeWriter.Update("other", "red", 2, Ann with { UserId = null }),
            EnvelopeWriter.Leave("other", "red", 3, Ann.ConnectionId),
            EnvelopeWriter.VersionOf("other", "red", 3),
        }.Select(static message => message.ToArray()),
    ];

    private readonly Cluster _cluster = new();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public async Task All_that_is_written_is_understood()
    {
        var (node, receiver) = await StartAsync();
        await using var view = new GroupView(node.All.Group("red"));

        foreach (byte[] message in Messages)
        {
            receiver.OnMessage("all", message);
            await view.ExpectToldAsync((EnvelopeKind)message[1] switch
            {
                EnvelopeKind.State => "Joined ",
                EnvelopeKind.Update => "Changed ",
                EnvelopeKind.Leave or EnvelopeKind.Version => "Left ",
                _ => null,
            });
        }

        Assert.Equal(Enum.GetValues<EnvelopeKind>(), Messages.Select(static message => (EnvelopeKind)message[1]));
        Assert.DoesNotContain(_cluster.Log.Entries, static entry => entry.Message.Contains("nothing that this version", StringComparison.Ordinal));
        Assert.Equal(["Joined ann", "Joined ", "Changed ", "Left "], view.Told);
    }

    [Fact]
    public async Task No_server_tells_of_the_connections_of_another()
    {
        var (node, receiver) = await StartAsync();
        string own = node.Enter("ann", groups: ["red"]).Connection.Id;
        await using var view = new GroupView(node.All.Group("red"));

        receiver.OnMessage("watch/red", EnvelopeWriter.State("third", "red", 1, [Ann]).Single().Span);
        receiver.OnMessage("watch/red", EnvelopeWriter.State("other", "red", 1, []).Single().Span);
        receiver.OnMessage("watch/red", EnvelopeWriter.Update("other", "red", 2, Nobody with { ConnectionId = own }).Span);
        receiver.OnMessage("watch/red", EnvelopeWriter.Leave("other", "red", 2, own).Span);
        receiver.OnMessage("watch/red", EnvelopeWriter.Update("other", "red", 3, Nobody).Span);

        await view.ExpectToldAsync("Joined ");
        Assert.Equal(["Joined ann", "Joined "], view.Told);
        Assert.Contains(_cluster.Log.Entries, static entry => entry.Message.Contains("The connection 1.other is none of the server third.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whatever_is_read_a_node_goes_on()
    {
        var (node, receiver) = await StartAsync();
        node.Enter("red");
        await using (var view = new GroupView(node.All.Group("red")))
        {
            Gen.Select(Gen.Int[0, Messages.Length - 1].Select(static i => Messages[i]), Fuzzing.Mutation.Array[0, 3]).Sample(
                (message, mutations) => receiver.OnMessage("watch/red", mutations.Aggregate(message, static (bytes, mutate) => mutate(bytes))),
                iter: Fuzzing.Iterations(20_000),
                threads: 1);

            node.Enter("bob", groups: ["red"]);
            await view.ExpectToldAsync("Joined bob");
        }

        Assert.False(node.Services.GetRequiredService<WatchedGroups>().IsWatchedHere("red"));
    }

    [Fact]
    public void A_number_that_is_too_large_is_seen_before_anything_is_made_for_it()
    {
        byte[] message = EnvelopeWriter.State("other", "red", 1, [Ann]).Single().ToArray();

        // Behind it are the data, each with two lengths.
        int at = message.Length - Ann.PublicData.Sum(static entry => (2 * sizeof(int)) + Encoding.UTF8.GetByteCount(entry.Key + entry.Value)) - sizeof(int);
        Assert.Equal(2, BitConverter.ToInt32(message, at));
        foreach (int count in new[] { int.MaxValue, 1_000_000, 3, -1 })
        {
            BitConverter.TryWriteBytes(message.AsSpan(at), count);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Throws<InvalidDataException>(Read);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        }

        void Read()
        {
            var envelope = new EnvelopeReader(message);
            envelope.ReadText();
            envelope.ReadNumber();
            envelope.ReadMembers();
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(1, 1)]
    [InlineData(1, -1)]
    [InlineData(int.MinValue, int.MaxValue)]
    public void A_part_that_does_not_fit_into_the_whole_is_refused(int total, int first)
    {
        byte[] message = EnvelopeWriter.State("other", "red", 1, [Nobody]).Single().ToArray();

        // Behind them are the member's id, that there is no user, and how many data there are.
        int at = message.Length - (sizeof(int) + Nobody.ConnectionId.Length + 1 + sizeof(int)) - (2 * sizeof(int));
        Assert.Equal((1, 0), (BitConverter.ToInt32(message, at), BitConverter.ToInt32(message, at + sizeof(int))));
        BitConverter.TryWriteBytes(message.AsSpan(at), total);
        BitConverter.TryWriteBytes(message.AsSpan(at + sizeof(int)), first);

        Assert.Throws<InvalidDataException>(() =>
        {
            var envelope = new EnvelopeReader(message);
            envelope.ReadText();
            envelope.ReadNumber();
            envelope.ReadMembers();
        });
    }

    private async Task<(Crowd Node, IUpwireBackplaneReceiver Receiver)> StartAsync()
    {
        var node = await _cluster.StartAsync();
        return (node, node.Services.GetRequiredService<BackplaneNode>());
    }
}
