using System.Buffers;

namespace Upwire;

/// <summary>A message, and whose its memory is: it lies in the transport's, or in a rented array.</summary>
/// <param name="Message">The message.</param>
/// <param name="Rented">The array; null where it lies in the transport's memory.</param>
/// <param name="At">Where it begins there.</param>
internal readonly record struct MessageLoan(WebSocketMessage Message, byte[]? Rented, SequencePosition At)
{
    /// <summary>Where the transport's memory must be kept from; null where it need not be.</summary>
    public SequencePosition? InTransport => Rented is null ? At : null;

    public void ReturnRented()
    {
        if (Rented is not null)
        {
            ArrayPool<byte>.Shared.Return(Rented);
        }
    }
}
