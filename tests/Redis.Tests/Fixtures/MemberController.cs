namespace Upwire.Redis.Tests;

/// <summary>Members of a group of whom there is as much to know as may be.</summary>
public static class MemberController
{
    public const string Group = "members";

    // In UTF-8 each takes three bytes.
    private static readonly Dictionary<string, string> MuchData = new() { ["about"] = new('あ', 4_000) };

    [WebSocket("/members")]
    public static async Task Stay(WebSocketConnection socket, [FromServices] WebSocketConnections connections, CancellationToken stop)
    {
        socket.PublicData = MuchData;
        connections.Group(Group).Add(socket);
        await foreach (var _ in socket.ReadAllAsync(stop))
        {
            // They say nothing.
        }
    }
}
