namespace Upwire;

/// <summary>What becomes of a message that cannot be sent to other servers. Those of this one get it in any case.</summary>
public enum BackplaneFailures
{
    /// <summary>Who sends it waits until the backplane has taken it, and is told otherwise by an <see cref="UpwireBackplaneException"/>.</summary>
    Report,

    /// <summary>Who sends it does not wait, and is not told. It is counted, and logged.</summary>
    Count,
}
