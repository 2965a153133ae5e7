namespace Upwire;

/// <summary>Hands a message to those of an audience who are connected to this server.</summary>
internal sealed class LocalDelivery(ConnectionDirectory directory, OpenConnections connections)
{
    private readonly FlushQueue _flushes = new();

    /// <summary>Delivers. All have the message, or it waits for them, when this returns.</summary>
    /// <param name="audience">Who gets it, once each.</param>
    /// <param name="frame">The message.</param>
    /// <param name="waits">Whether its sender may be held back by a client that has no room for it. Otherwise such a client is closed.</param>
    /// <returns>What its sender waits for.</returns>
    public Broadcast Deliver(Audience audience, SharedFrame frame, bool waits)
    {
        var broadcast = new Broadcast(frame, waits, connections.Time.GetTimestamp(), _flushes);
        var excluded = Excluded(audience);
        foreach (var connection in Members(audience))
        {
            if (excluded is null || !excluded.Contains(connection))
            {
                connection.Channel.Post(broadcast);
            }
        }

        _flushes.Schedule();
        return broadcast;
    }

    /// <summary>Counts those of an audience who are connected to this server.</summary>
    public int Count(Audience audience) => Members(audience).Length;

    /// <summary>Lists those of an audience who are connected to this server.</summary>
    public WebSocketConnection[] Members(Audience audience) => audience.Kind switch
    {
        AudienceKind.All => directory.All.Snapshot(),
        AudienceKind.Groups => Members(directory.Groups, audience.Names),
        AudienceKind.Users => Members(directory.Users, audience.Names),
        _ => Found(audience.Names) is { } found ? [.. found] : [],
    };

    private static WebSocketConnection[] Members(MemberDirectory sets, string[] names)
    {
        if (names is [var only])
        {
            return sets.Find(only)?.Snapshot() ?? [];
        }

        // Who is in several gets the message once.
        var members = new HashSet<WebSocketConnection>();
        foreach (string name in names)
        {
            members.UnionWith(sets.Find(name)?.Snapshot() ?? []);
        }

        return [.. members];
    }

    private HashSet<WebSocketConnection>? Excluded(Audience audience) => audience.Except.Length == 0 ? null : Found(audience.Except);

    private HashSet<WebSocketConnection>? Found(string[] ids)
    {
        HashSet<WebSocketConnection>? found = null;
        foreach (string id in ids)
        {
            if (directory.Find(id) is { } connection)
            {
                (found ??= []).Add(connection);
            }
        }

        return found;
    }
}
