namespace Upwire;

/// <summary>What the names of an <see cref="Audience"/> are of.</summary>
internal enum AudienceKind : byte
{
    All,
    Groups,
    Users,
    Connections,
}
