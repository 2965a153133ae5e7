using System.Buffers;

namespace Upwire;

/// <summary>A message, and whose its memory is: it lies in the transport's, or in a rented array; an empty one may be in neither.</summary>
/// <param name="Message">The message.</param>
/// <param name="Rented">The array; null where it does not lie in one.</param>
/// <param name="InTransport">Where the transport's memory must be kept from; null where it need not be.</param>
internal readonly record struct MessageLoan(WebSocketMessage Message, byte[]? Rented, SequencePosition? InTransport)
{
    public void ReturnRented()
    {
        if (Rented is not null)
        {
            ArrayPool<byte>.Shared.Return(Rented);
        }
    }
}
