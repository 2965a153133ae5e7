using System.Net.WebSockets;

namespace Upwire;

/// <summary>
/// Those who a message goes to, on whichever server they are connected: all, a group, a user. A message is written once, however many get
/// it. What one caller sends to the same recipients, one message after the other, reaches each of them in that order.
/// </summary>
public abstract class WebSocketRecipients
{
    private readonly Broadcaster _broadcaster;
    private readonly Audience _audience;

    private protected WebSocketRecipients(Broadcaster broadcaster, Audience audience)
    {
        _broadcaster = broadcaster;
        _audience = audience;
    }

    /// <summary>
    /// Sends a text message. All who are connected to this server have been handed the message when the call returns; the task waits for
    /// clients that have no room for it, if their policy is <see cref="SlowClient.Wait"/>, for <see cref="UpwireWebSocketOptions.BroadcastTimeout"/> at
    /// most, and for the backplane, if there is one. That somebody's connection has ended is no fault.
    /// </summary>
    /// <param name="text">The text; a surrogate without its other half is sent as U+FFFD.</param>
    /// <param name="stop">Ends the wait. The message has been sent all the same.</param>
    /// <returns>A task that completes when the next message may be sent.</returns>
    /// <exception cref="UpwireBackplaneException">The message could not be sent to other servers; those of this one have it.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public ValueTask SendAsync(string text, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _broadcaster.SendAsync(_audience, new SharedFrame(text), stop);
    }

    /// <summary>Sends a message of bytes, as <see cref="SendAsync(string, CancellationToken)"/> sends a text.</summary>
    /// <param name="data">The message.</param>
    /// <param name="type">Text, which must be UTF-8, or binary.</param>
    /// <param name="stop">Ends the wait. The message has been sent all the same.</param>
    /// <returns>A task that completes when the next message may be sent.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="type"/> is neither text nor binary.</exception>
    /// <exception cref="UpwireBackplaneException">The message could not be sent to other servers; those of this one have it.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public ValueTask SendAsync(ReadOnlyMemory<byte> data, WebSocketMessageType type = WebSocketMessageType.Binary, CancellationToken stop = default) =>
        type is WebSocketMessageType.Text or WebSocketMessageType.Binary
            ? _broadcaster.SendAsync(_audience, new SharedFrame(data.Span, type), stop)
            : throw new ArgumentOutOfRangeException(nameof(type), type, "A message is text or binary; CloseAsync of a connection sends a close frame.");

    /// <summary>Sends a value as a text message of JSON, by the application's JSON options, as <see cref="SendAsync(string, CancellationToken)"/> sends a text.</summary>
    /// <typeparam name="T">The type by whose contract the value is written.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="stop">Ends the wait. The message has been sent all the same.</param>
    /// <returns>A task that completes when the next message may be sent.</returns>
    /// <exception cref="NotSupportedException">No <c>JsonSerializerContext</c> of the application covers the type.</exception>
    /// <exception cref="UpwireBackplaneException">The message could not be sent to other servers; those of this one have it.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public ValueTask SendJsonAsync<T>(T value, CancellationToken stop = default) => _broadcaster.SendJsonAsync(_audience, value, stop);

    /// <summary>The same recipients but for some.</summary>
    /// <param name="connections">Who does not get the message.</param>
    /// <returns>The others.</returns>
    public WebSocketRecipients Except(params ReadOnlySpan<WebSocketConnection> connections)
    {
        string[] ids = new string[connections.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            ids[i] = connections[i].Id;
        }

        return Except(ids);
    }

    /// <summary>The same recipients but for some.</summary>
    /// <param name="ids">The ids of the connections that do not get the message, on whichever server they are.</param>
    /// <returns>The others.</returns>
    public WebSocketRecipients Except(params ReadOnlySpan<string> ids) =>
        new SelectedRecipients(_broadcaster, _audience with { Except = [.. _audience.Except, .. ids] });
}
