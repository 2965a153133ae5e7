namespace Upwire;

/// <summary>The method takes the WebSocket connections (RFC 6455, RFC 8441) opened on the template's paths.</summary>
/// <param name="template">
/// The path below the class's <see cref="RouteAttribute"/>, for example <c>/ws/&lt;id&gt;</c>. Beginning with <c>~/</c> it stands alone.
/// Empty: the class's prefix itself.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class WebSocketAttribute(string template = "") : Attribute
{
    /// <summary>The path below the class's prefix.</summary>
    public string Template { get; } = template;

    /// <summary>The sub-protocols that the endpoint speaks (RFC 6455 1.9), the preferred one first. What is not set here and below is as <see cref="UpwireOptions.WebSockets"/> says.</summary>
    public string[] SubProtocols { get; set; } = [];

    /// <summary>Whether a client that offers none of <see cref="SubProtocols"/> is refused, with 400. Otherwise it is accepted without one.</summary>
    public bool RequireSubProtocol { get; set; }

    /// <summary>
    /// A method of the controller that chooses the sub-protocol, instead of <see cref="SubProtocols"/>: <c>nameof(Choose)</c>. It returns one of
    /// those that the client offers, or null for none, as a string or a task of one. A parameter that is a list, an enumerable or an array of
    /// strings, without an attribute, is what the client offers, in its order; all others bind as those of the handler. One that the client
    /// has not offered is an <see cref="InvalidOperationException"/> (RFC 6455 4.2.2: the client would fail the connection).
    /// </summary>
    public string? SelectSubProtocol { get; set; }

    /// <summary>
    /// A method of the controller that decides whether the connection is accepted: <c>nameof(Check)</c>. It returns a bool or an <c>IResult?</c>, or a
    /// task of one: true and null accept, false refuses with 401, and a result is the answer. Its parameters bind as those of the handler,
    /// and it is called on the same controller, before the connection is there.
    /// </summary>
    public string? Verify { get; set; }

    /// <summary>
    /// The origins whose pages may open connections, for example <c>https://example.com</c>, <c>https://*.example.com</c> for all below it,
    /// or <c>*</c> for any. Without any, only pages of the application itself may; with some, only pages of these: name its own beside them.
    /// </summary>
    public string[] Origins { get; set; } = [];

    /// <summary>The largest message a client may send, in bytes. A larger one closes the connection with 1009 before it is buffered.</summary>
    public int MaxMessageSize { get; set; } = UpwireWebSocketOptions.DefaultMaxMessageSize;

    /// <summary>The largest number of frames one message may be split into. One more closes the connection with 1008.</summary>
    public int MaxFragments { get; set; } = UpwireWebSocketOptions.DefaultMaxFragments;

    /// <summary>How long a client may take from the first byte of a message to its last, in seconds. One that takes longer closes the connection with 1008.</summary>
    public int MessageTimeout { get; set; } = UpwireWebSocketOptions.DefaultMessageTimeout;

    /// <summary>The time from one ping to the next (RFC 6455 5.5.2), in seconds.</summary>
    public int KeepAliveInterval { get; set; } = UpwireWebSocketOptions.DefaultKeepAliveInterval;

    /// <summary>How long a client may leave a ping unanswered before the connection is aborted, in seconds. Whatever else comes from it is as good as a pong.</summary>
    public int KeepAliveTimeout { get; set; } = UpwireWebSocketOptions.DefaultKeepAliveTimeout;

    /// <summary>How long the server waits for a client's answer to its close frame before it aborts the connection, in seconds.</summary>
    public int CloseTimeout { get; set; } = UpwireWebSocketOptions.DefaultCloseTimeout;

    /// <summary>Whether messages are compressed, with clients that offer it (RFC 7692).</summary>
    public WebSocketCompression Compression { get; set; }

    /// <summary>What becomes of a message to a client for which <see cref="SendBufferSize"/> has no room.</summary>
    public SlowClient SlowClient { get; set; }

    /// <summary>The bytes that may wait for a client that reads slower than the server writes, frames and all.</summary>
    public int SendBufferSize { get; set; } = UpwireWebSocketOptions.DefaultSendBufferSize;
}
