namespace Upwire;

/// <summary>
/// What a controller implements to be told when the connections of its <see cref="WebSocketAttribute"/> methods begin and end. Each connection
/// has a controller of its own, so that fields hold what belongs to it.
/// </summary>
public interface IWebSocketLifetime
{
    /// <summary>Called after the connection was accepted and before the handler runs, or is called for the first message. What it throws closes the connection with 1011.</summary>
    /// <param name="socket">The connection. It may be closed here, and the handler then finds it closed.</param>
    /// <returns>A task that completes when the handler may begin.</returns>
    Task OnConnectedAsync(WebSocketConnection socket) => Task.CompletedTask;

    /// <summary>
    /// Called once when an accepted connection has ended, whatever way: closed by either side, the client gone, the handler or
    /// <see cref="OnConnectedAsync"/> failed. What it throws is logged.
    /// </summary>
    /// <param name="socket">The connection, of which <see cref="WebSocketConnection.CloseStatus"/> tells how it ended. Nothing can be sent any more.</param>
    /// <returns>A task; the controller and the services of the request live until it completes.</returns>
    Task OnDisconnectedAsync(WebSocketConnection socket) => Task.CompletedTask;
}
