using Upwire.CompilerServices;

namespace Upwire;

/// <summary>The limits of an endpoint's connections: its own settings over those of the application.</summary>
/// <param name="MaxMessageSize">In bytes.</param>
/// <param name="MaxFragments">In frames of one message.</param>
/// <param name="MessageTimeout">For a message to become complete.</param>
/// <param name="KeepAliveInterval">From one ping to the next; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
/// <param name="KeepAliveTimeout">For the client to answer a ping.</param>
/// <param name="CloseTimeout">For the client to answer a close frame.</param>
/// <param name="SlowClient">What becomes of a message for which there is no room.</param>
/// <param name="SendBufferSize">In bytes.</param>
/// <param name="Compression">Whether messages are compressed.</param>
/// <param name="BroadcastTimeout">For which a message to many may wait for room.</param>
internal sealed record ConnectionLimits(
    int MaxMessageSize,
    int MaxFragments,
    TimeSpan MessageTimeout,
    TimeSpan KeepAliveInterval,
    TimeSpan KeepAliveTimeout,
    TimeSpan CloseTimeout,
    SlowClient SlowClient,
    int SendBufferSize,
    WebSocketCompression Compression,
    TimeSpan BroadcastTimeout)
{
    public static ConnectionLimits Resolve(WebSocketSettings endpoint, UpwireWebSocketOptions application) => new(
        endpoint.MaxMessageSize ?? application.MaxMessageSize,
        endpoint.MaxFragments ?? application.MaxFragments,
        endpoint.MessageTimeout ?? application.MessageTimeout,
        endpoint.KeepAliveInterval ?? application.KeepAliveInterval,
        endpoint.KeepAliveTimeout ?? application.KeepAliveTimeout,
        endpoint.CloseTimeout ?? application.CloseTimeout,
        endpoint.SlowClient ?? application.SlowClient,
        endpoint.SendBufferSize ?? application.SendBufferSize,
        endpoint.Compression ?? application.Compression,
        application.BroadcastTimeout);
}
