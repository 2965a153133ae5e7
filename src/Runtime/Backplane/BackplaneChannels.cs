namespace Upwire;

/// <summary>The channels that servers talk on.</summary>
internal static class BackplaneChannels
{
    /// <summary>Every server listens here.</summary>
    public const string All = "all";

    private const string GroupPrefix = "group/";
    private const string UserPrefix = "user/";
    private const string NodePrefix = "node/";
    private const string WatchPrefix = "watch/";

    /// <summary>Those with members of a group listen here.</summary>
    public static string Group(string name) => GroupPrefix + name;

    /// <summary>Those that a user is connected to listen here.</summary>
    public static string User(string id) => UserPrefix + id;

    /// <summary>One server listens here.</summary>
    public static string Node(string id) => NodePrefix + id;

    /// <summary>Those with watchers of a group listen here.</summary>
    public static string Watch(string group) => WatchPrefix + group;

    /// <summary>Whether this server has connections, or watchers, that a channel is for.</summary>
    public static bool IsWanted(string channel, ConnectionDirectory directory, WatchedGroups watched) =>
        NameIn(channel, GroupPrefix) is { } group ? directory.Groups.Find(group) is not null
        : NameIn(channel, UserPrefix) is { } user ? directory.Users.Find(user) is not null
        : NameIn(channel, WatchPrefix) is { } name && watched.IsWatchedHere(name);

    /// <summary>Where a message for an audience is published, so that it crosses the engine once and reaches no more servers than it has to.</summary>
    public static string For(Audience audience) => (audience.Kind, audience.Names) switch
    {
        (AudienceKind.Groups, [var name]) => Group(name),
        (AudienceKind.Users, [var id]) => User(id),
        (AudienceKind.Connections, [var id]) => Node(ConnectionId.NodeOf(id).ToString()),
        _ => All,
    };

    private static string? NameIn(string channel, string prefix) => channel.StartsWith(prefix, StringComparison.Ordinal) ? channel[prefix.Length..] : null;
}
