using System.Security.Claims;

namespace Upwire;

/// <summary>The defaults of every WebSocket endpoint of the application.</summary>
public sealed class UpwireWebSocketOptions
{
    internal const int DefaultMaxMessageSize = 64 * 1024;
    internal const int DefaultMaxFragments = 1024;
    internal const int DefaultMessageTimeout = 30;
    internal const int DefaultKeepAliveInterval = 15;
    internal const int DefaultKeepAliveTimeout = 20;
    internal const int DefaultCloseTimeout = 5;
    internal const int DefaultSendBufferSize = 1024 * 1024;

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
    public int MaxMessageSize { get; set => field = Positive(value); } = DefaultMaxMessageSize;

    /// <summary>The largest number of frames one message may be split into. One more closes the connection with 1008. The default is 1,024.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public int MaxFragments { get; set => field = Positive(value); } = DefaultMaxFragments;

    /// <summary>How long a client may take from the first byte of a message to its last. One that takes longer closes the connection with 1008. The default is 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan MessageTimeout { get; set => field = Positive(value); } = TimeSpan.FromSeconds(DefaultMessageTimeout);

    /// <summary>The time from one ping to the next (RFC 6455 5.5.2); <see cref="Timeout.InfiniteTimeSpan"/> for none. The default is 15 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan KeepAliveInterval { get; set => field = value == Timeout.InfiniteTimeSpan ? value : Positive(value); } = TimeSpan.FromSeconds(DefaultKeepAliveInterval);

    /// <summary>How long a client may leave a ping unanswered before the connection is aborted. Whatever else comes from it is as good as a pong. The default is 20 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan KeepAliveTimeout { get; set => field = Positive(value); } = TimeSpan.FromSeconds(DefaultKeepAliveTimeout);

    /// <summary>How long a client may take to answer a close frame before the connection is aborted. The default is 5 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan CloseTimeout { get; set => field = Positive(value); } = TimeSpan.FromSeconds(DefaultCloseTimeout);

    /// <summary>Whether messages are compressed, with clients that offer it (RFC 7692). The default is that they are not.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration.</exception>
    public WebSocketCompression Compression { get; set => field = Defined(value); }

    /// <summary>What becomes of a message to a client for which <see cref="SendBufferSize"/> has no room. The default is that its sender waits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the enumeration.</exception>
    public SlowClient SlowClient { get; set => field = Defined(value); }

    /// <summary>
    /// The bytes that may wait for a client that reads slower than the server writes, frames and all;
    /// <see cref="SlowClient"/> says what becomes of a message beyond that. The default is 1 MiB.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public int SendBufferSize { get; set => field = Positive(value); } = DefaultSendBufferSize;

    /// <summary>
    /// How long the sender of a message to many (<see cref="WebSocketGroup"/>, <see cref="WebSocketConnections"/>) may be held back by a client
    /// whose policy is <see cref="SlowClient.Wait"/>. One that has no room for the message by then is closed with 1013, so that it
    /// delays the others no longer. The default is 5 seconds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan BroadcastTimeout { get; set => field = Positive(value); } = TimeSpan.FromSeconds(5);

    /// <summary>The type of the claim that says which user a connection is of, for <see cref="WebSocketConnections.User"/>. The default is <see cref="ClaimTypes.NameIdentifier"/>.</summary>
    /// <exception cref="ArgumentException">The value is empty.</exception>
    public string UserIdClaim
    {
        get;
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            field = value;
        }
    } = ClaimTypes.NameIdentifier;

    /// <summary>The connections that may be open at once, over all endpoints. Further ones are refused with 503. The default is null: any number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public int? MaxConnections { get; set => field = value is { } number ? Positive(number) : null; }

    /// <summary>
    /// The connections that may be open at once from one address of a client, over all endpoints; of IPv6, from one network of 64 bits.
    /// Further ones are refused with 429. Behind a proxy it needs <c>UseForwardedHeaders</c>. The default is null: any number.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public int? MaxConnectionsPerAddress { get; set => field = value is { } number ? Positive(number) : null; }

    /// <summary>How long connections may take to end when the server stops. What is open after that is aborted. A shorter <c>HostOptions.ShutdownTimeout</c> holds instead. The default is 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public TimeSpan DrainTimeout { get; set => field = Positive(value); } = TimeSpan.FromSeconds(30);

    /// <summary>How many connections are told at once that the server stops, by a close frame with 1001; the next are told 100 ms later, so that not all clients come to the next server at once. More at once where half of <see cref="DrainTimeout"/> would not be enough for all. The default is 1,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is zero or negative.</exception>
    public int DrainBatch { get; set => field = Positive(value); } = 1_000;

    private static T Defined<T>(T value) where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, $"{typeof(T).Name} is one of: {string.Join(", ", Enum.GetNames<T>())}.");

    private static int Positive(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        return value;
    }

    private static TimeSpan Positive(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        return value;
    }
}
