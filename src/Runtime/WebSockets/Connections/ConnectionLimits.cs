using Upwire.CompilerServices;

namespace Upwire;

/// <summary>The limits of an endpoint's connections: its own settings over those of the application.</summary>
/// <param name="MaxMessageSize">In bytes.</param>
/// <param name="MaxFragments">In frames of one message.</param>
/// <param name="SendBufferSize">In bytes.</param>
/// <param name="CloseTimeout">For the client to answer a close frame.</param>
internal sealed record ConnectionLimits(int MaxMessageSize, int MaxFragments, int SendBufferSize, TimeSpan CloseTimeout)
{
    public static ConnectionLimits Resolve(WebSocketSettings endpoint, UpwireWebSocketOptions application) => new(
        endpoint.MaxMessageSize ?? application.MaxMessageSize,
        endpoint.MaxFragments ?? application.MaxFragments,
        endpoint.SendBufferSize ?? application.SendBufferSize,
        endpoint.CloseTimeout ?? application.CloseTimeout);
}
