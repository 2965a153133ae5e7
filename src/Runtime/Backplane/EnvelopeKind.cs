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
}
