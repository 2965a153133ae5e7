namespace Upwire;

/// <summary>How far the pump of a <see cref="FrameReceiver"/> has come.</summary>
internal enum PumpStep
{
    Message,
    Reading,

    /// <summary>There is more to read than is to be kept behind a message that is lent.</summary>
    Resting,
    Ended,
}
