namespace Upwire;

/// <summary>Who a message is for, on whichever server they are.</summary>
/// <param name="Kind">What the names are of.</param>
/// <param name="Names">The groups, users or connections; none where the message is for all.</param>
/// <param name="Except">The ids of connections that do not get it.</param>
internal sealed record Audience(AudienceKind Kind, string[] Names, string[] Except)
{
    public static Audience All { get; } = new(AudienceKind.All, [], []);

    public static Audience Of(AudienceKind kind, params string[] names) => new(kind, names, []);
}
