namespace Upwire;

/// <summary>The channels that servers talk on.</summary>
internal static class BackplaneChannels
{
    /// <summary>Every server listens here.</summary>
    public const string All = "all";

    private const string GroupPrefix = "group/";
    private const string UserPrefix = "user/";
    private const string NodePrefix = "node/";

    /// <summary>Those with members of a group listen here.</summary>
    public static string Group(string name) => GroupPrefix + name;

    /// <summary>Those that a user is connected to listen here.</summary>
    public static string User(string id) => UserPrefix + id;

    /// <summary>One server listens here.</summary>
    public static string Node(string id) => NodePrefix + id;

    /// <summary>Whether this server has connections that a channel is for.</summary>
    public static bool IsWanted(string channel, ConnectionDirectory directory) =>
        channel.StartsWith(GroupPrefix, StringComparison.Ordinal) ? directory.Groups.Find(channel[GroupPrefix.Length..]) is not null
        : channel.StartsWith(UserPrefix, StringComparison.Ordinal) && directory.Users.Find(channel[UserPrefix.Length..]) is not null;

    /// <summary>Where a message for an audience is published, so that it crosses the engine once and reaches no more servers than it has to.</summary>
    public static string For(Audience audience) => (audience.Kind, audience.Names) switch
    {
        (AudienceKind.Groups, [var name]) => Group(name),
        (AudienceKind.Users, [var id]) => User(id),
        (AudienceKind.Connections, [var id]) => Node(ConnectionId.NodeOf(id).ToString()),
        _ => All,
    };
}
