namespace Upwire;

/// <summary>What servers say to each other.</summary>
internal enum EnvelopeKind : byte
{
    /// <summary>A message for connections.</summary>
    Message = 1,

    /// <summary>A server is there.</summary>
    Alive = 2,

    /// <summary>A server is there, has just come, and wants to know who else is.</summary>
    Hello = 3,

    /// <summary>A server goes.</summary>
    Gone = 4,

    /// <summary>How many connections of an audience are there?</summary>
    CountRequest = 5,

    /// <summary>So many.</summary>
    CountAnswer = 6,

    /// <summary>Which connections of an audience are there?</summary>
    MembersRequest = 7,

    /// <summary>These.</summary>
    MembersAnswer = 8,

    /// <summary>A server watches groups.</summary>
    Watch = 9,

    /// <summary>A server watches groups, and does not know their members on the servers that it tells that.</summary>
    StateRequest = 10,

    /// <summary>A server watches a group no more.</summary>
    Unwatch = 11,

    /// <summary>The members of a group on a server.</summary>
    State = 12,

    /// <summary>A member has joined or changed.</summary>
    Update = 13,

    /// <summary>A member has left.</summary>
    Leave = 14,

    /// <summary>The version that the members of a group are known in, if nothing was lost.</summary>
    Version = 15,
}
