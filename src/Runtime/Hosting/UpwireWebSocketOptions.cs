namespace Upwire;

/// <summary>The defaults of every WebSocket endpoint of the application.</summary>
public sealed class UpwireWebSocketOptions
{
    internal const int DefaultMaxMessageSize = 64 * 1024;
    internal const int DefaultMaxFragments = 1024;
    internal const int DefaultSendBufferSize = 1024 * 1024;
    internal const int DefaultCloseTimeout = 5;

    /// <summary>The sub-protocols that endpoints speak (RFC 6455 1.9), the preferred one first. The default is none.</summary>
    /// <exception cref="ArgumentException">One is no token (RFC 9110 5.6.2), or there twice.</exception>
    public string[] SubProtocols
    {
        get;
        set
        {
            Upwire.SubProtocols.ThrowIfInvalid(value);
            field = value;
        }
    } = [];

    /// <summary>Whether a client that offers none of <see cref="SubProtocols"/> is refused, with 400. The default is to accept it without one.</summary>
    public bool RequireSubProtocol { get; set; }

    /// <summary>
    /// The origins whose pages may open connections, for example <c>https://example.com</c>, <c>https://*.example.com</c> for all below it,
    /// or <c>*</c> for any. The default is none: only pages of the application itself may. With some, only pages of these: name its own beside them.
    /// </summary>
    /// <exception cref="ArgumentException">One is no origin (RFC 6454 6.2): it has a path, or no scheme.</exception>
    public string[] Origins
    {
        get;
        set
        {
            AllowedOrigins.ThrowIfInvalid(value);
            field = value;
        }
    } = [];

    /// <summary>The largest message a client may send, in bytes. A larger one closes the connection with 1009 before it is buffered. The default is 64 KiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public int MaxMessageSize
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = DefaultMaxMessageSize;

    /// <summary>The largest number of frames one message may be split into. One more closes the connection with 1008. The default is 1,024.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public int MaxFragments
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = DefaultMaxFragments;

    /// <summary>
    /// The bytes that may wait for a client that reads slower than the server writes. While more are waiting,
    /// a send completes only when its message has been handed to the transport. The default is 1 MiB.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public int SendBufferSize
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = DefaultSendBufferSize;

    /// <summary>How long a client may take to answer a close frame before the connection is aborted. The default is 5 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan CloseTimeout
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            field = value;
        }
    } = TimeSpan.FromSeconds(DefaultCloseTimeout);
}
