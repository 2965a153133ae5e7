namespace Upwire;

/// <summary>Is told by an <see cref="IUpwireBackplane"/> of what comes from other nodes. Upwire implements it.</summary>
public interface IUpwireBackplaneReceiver
{
    /// <summary>
    /// A message has come. It is delivered when this returns, which waits for no client and never throws. Messages of one channel are handed over
    /// one after the other, in their order; those of several channels may be at once.
    /// </summary>
    /// <param name="channel">The channel that it was published to.</param>
    /// <param name="message">The message; its memory is free again when this returns.</param>
    void OnMessage(string channel, ReadOnlySpan<byte> message);
}
