namespace Benchmarks;

/// <summary>One node that hears and speaks, or two with a Redis between them: one is spoken to, the other one heard.</summary>
internal sealed class NodeGroup : IPeer
{
    private readonly List<PeerServer> _nodes;

    private NodeGroup(Dialect dialect, List<PeerServer> nodes)
    {
        Dialect = dialect;
        _nodes = nodes;
    }

    public Dialect Dialect { get; }

    public Uri SpeakAt => _nodes[0].Address;

    public Uri ListenAt => _nodes[^1].Address;

    public static NodeGroup One(string name, string program, Dialect dialect) => new(dialect, [PeerServer.Start(name, program)]);

    public static NodeGroup Two(string name, string program, Dialect dialect, string redis) =>
        new(dialect, [.. Enumerable.Range(0, 2).Select(_ => PeerServer.Start(name, program, "--redis", redis))]);

    public Usage Measure() => _nodes.Select(static node => node.Measure()).Aggregate(static (one, other) => one + other);

    public void Dispose() => _nodes.ForEach(static node => node.Dispose());
}
