namespace Benchmarks;

/// <summary>What connections cost that say nothing.</summary>
internal static class IdleConnections
{
    public const string Id = "idle";

    private const int Count = 5_000;
    private const int WarmUp = 500;
    private const int AtOnce = 50;

    private static readonly EchoTraffic Once = new(Connections: 1, InFlight: 1, Size: 32);

    /// <summary>Measures a server that has just been started.</summary>
    /// <returns>The bytes for each connection.</returns>
    public static async Task<MemoryUse> MeasureAsync(PeerServer server)
    {
        // Whatever exists once, and not for each connection, is there before.
        await CloseAsync(await OpenAsync(server.Address, WarmUp));
        var before = server.MeasureMemory();
        var connections = await OpenAsync(server.Address, Count);
        var after = server.MeasureMemory();
        await CloseAsync(connections);
        return new((after.WorkingSet - before.WorkingSet) / Count, (after.Managed - before.Managed) / Count);
    }

    // Each has been used: one message has gone there and back.
    private static async Task<List<EchoConnection>> OpenAsync(Uri server, int count)
    {
        byte[] request = ClientSocket.Request(server, "/echo");
        var connections = new List<EchoConnection>();
        while (connections.Count < count)
        {
            connections.AddRange(await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => EchoConnection.OpenAsync(server, request, Once, new Random(1)))));
            await Task.WhenAll(connections[^AtOnce..].Select(static connection => connection.ExchangeAsync().AsTask()));
        }

        return connections;
    }

    private static async Task CloseAsync(List<EchoConnection> connections)
    {
        foreach (var some in connections.Chunk(AtOnce))
        {
            await Task.WhenAll(some.Select(static connection => connection.CloseAsync()));
        }
    }
}
