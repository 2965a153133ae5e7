namespace Upwire;

/// <summary>How far the bytes that are there lead.</summary>
internal enum ParseOutcome
{
    /// <summary>All of them are taken; more are needed.</summary>
    NeedMore,

    /// <summary>A message is whole.</summary>
    Message,

    /// <summary>The client has sent its close frame.</summary>
    Closed,

    /// <summary>The client has broken a rule.</summary>
    Violated,
}
