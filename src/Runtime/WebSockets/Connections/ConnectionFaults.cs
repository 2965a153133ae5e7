using System.Net.WebSockets;

namespace Upwire;

/// <summary>What a call on a connection fails with, whatever carries it.</summary>
internal static class ConnectionFaults
{
    public static WebSocketException Closing() => new(
        WebSocketError.InvalidState,
        "The message was not sent: the connection is closed or closing. WebSocketConnection.Closed tells when that happens.");

    public static WebSocketException Gone(Exception? cause = null) => new(
        WebSocketError.ConnectionClosedPrematurely,
        "The message was not sent: the client's connection is gone. WebSocketConnection.Closed tells when that happens.",
        cause);

    public static WebSocketException TooSlow() => new(
        WebSocketError.InvalidState,
        "The message was not sent: the client reads too slowly, and the connection is closed with 1013.");

    public static InvalidOperationException SecondReceive() => new(
        "A message is being received already. One receiver at a time; await the first before the second.");
}
