using System.Net.WebSockets;
using System.Security.Claims;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.Extensions.Logging;
using Upwire.CompilerServices;

namespace Upwire;

/// <summary>
/// An open WebSocket (RFC 6455): whole messages, sent from anywhere at once and received one at a time. It ends with its
/// handler, and may be kept and called after that: sends then throw, receives answer null.
/// </summary>
public sealed class WebSocketConnection
{
    private static readonly ClosePayload InvalidMessage = new(WebSocketCloseStatus.InvalidPayloadData, "invalid message");

    private readonly WebSocketChannel _channel;
    private readonly MessageJson _json;
    private readonly Lock _gate = new();
    private ClaimsPrincipal? _user;
    private string? _id;
    private Memberships? _memberships;
    private IReadOnlyDictionary<string, string> _publicData = MemberData.Empty;
    private bool _hasEnded;

    internal WebSocketConnection(HttpContext context, WebSocketChannel channel, MessageJson json, ILogger logger)
    {
        _json = json;
        HttpContext = context;
        _user = context.Features.Get<IHttpAuthenticationFeature>()?.User;
        _channel = channel;
        Logger = logger;
    }

    /// <summary>Names the connection, unguessable and unique among all of all servers.</summary>
    public string Id
    {
        get
        {
            lock (_gate)
            {
                if (_id is null)
                {
                    _id = ConnectionId.Create(Directory?.NodeId ?? ConnectionId.CreateNode());
                    if (!_hasEnded)
                    {
                        Directory?.Announce(_id, this);
                    }
                }

                return _id;
            }
        }
    }

    /// <summary>The request that opened the connection. It is not for use after the handler has returned.</summary>
    public HttpContext HttpContext { get; }

    /// <summary>Who opened the connection.</summary>
    public ClaimsPrincipal User => _user ?? Interlocked.CompareExchange(ref _user, new(new ClaimsIdentity()), null) ?? _user;

    /// <summary>The sub-protocol that was agreed on (RFC 6455 1.9); null where none was.</summary>
    public string? SubProtocol { get; internal init; }

    /// <summary>Cancelled when the connection has ended, whatever way: closed by either side, or the client gone.</summary>
    public CancellationToken Closed => _channel.Closed;

    /// <summary>What the application wants to keep with the connection. Not for use from many places at once.</summary>
    public IDictionary<object, object?> Items => field ??= new Dictionary<object, object?>();

    /// <summary>
    /// What others may know of the connection, a name or an avatar: it is told to all servers that watch a group which the connection is a
    /// member of (<see cref="WebSocketGroup.WatchAsync"/>), and by them to their clients, if they like. Empty at first. It is copied when it is set: to
    /// change it, set another. Names and values have 4,096 characters at most, all together.
    /// </summary>
    /// <exception cref="ArgumentException">It is too large, or a value is null.</exception>
    public IReadOnlyDictionary<string, string> PublicData
    {
        get => Volatile.Read(ref _publicData);
        set
        {
            var copy = MemberData.Copy(value);
            Memberships.Change(() => Volatile.Write(ref _publicData, copy));
        }
    }

    /// <summary>The status that the connection was closed with, by whoever closed it first; null while it is open, and where the client went without a close frame.</summary>
    public WebSocketCloseStatus? CloseStatus => _channel.CloseStatus;

    /// <summary>The reason that the connection was closed with; null while it is open, and where the client went without a close frame.</summary>
    public string? CloseReason => _channel.CloseReason;

    internal ILogger Logger { get; }

    /// <summary>Where the connection is found; null where it is not to be.</summary>
    internal ConnectionDirectory? Directory { get; init; }

    internal WebSocketChannel Channel => _channel;

    /// <summary>What it is a member of. Most connections are of nothing.</summary>
    internal Memberships Memberships
    {
        get
        {
            lock (_gate)
            {
                return _memberships ??= new(this, _hasEnded);
            }
        }
    }

    /// <summary>
    /// Sends a text message. It may be called from many places at once: messages never interleave, and those of one
    /// caller arrive in its order. The task completes when there is room for the message in the connection's send buffer.
    /// </summary>
    /// <param name="text">The text; a surrogate without its other half is sent as U+FFFD.</param>
    /// <param name="stop">Ends the wait for room. The message is then not sent, and the connection is as good as before.</param>
    /// <returns>A task that completes when the message has been accepted.</returns>
    /// <exception cref="WebSocketException">The connection has ended.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public ValueTask SendAsync(string text, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _channel.SendAsync(text, stop);
    }

    /// <summary>Sends a message of bytes, as <see cref="SendAsync(string, CancellationToken)"/> sends a text.</summary>
    /// <param name="data">The message. It must not change before the task has completed.</param>
    /// <param name="type">Text, which must be UTF-8, or binary.</param>
    /// <param name="stop">Ends the wait for room. The message is then not sent, and the connection is as good as before.</param>
    /// <returns>A task that completes when the message has been accepted.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="type"/> is neither text nor binary.</exception>
    /// <exception cref="WebSocketException">The connection has ended.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public ValueTask SendAsync(ReadOnlyMemory<byte> data, WebSocketMessageType type = WebSocketMessageType.Binary, CancellationToken stop = default) =>
        type is WebSocketMessageType.Text or WebSocketMessageType.Binary
            ? _channel.SendAsync(data, type, stop)
            : throw new ArgumentOutOfRangeException(nameof(type), type, "A message is text or binary; CloseAsync sends a close frame.");

    /// <summary>Sends a value as a text message of JSON, by the application's JSON options.</summary>
    /// <typeparam name="T">The type by whose contract the value is written.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="stop">Ends the wait for room. The message is then not sent, and the connection is as good as before.</param>
    /// <returns>A task that completes when the message has been accepted.</returns>
    /// <exception cref="NotSupportedException">No <c>JsonSerializerContext</c> of the application covers the type.</exception>
    /// <exception cref="WebSocketException">The connection has ended.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public ValueTask SendJsonAsync<T>(T value, CancellationToken stop = default) =>
        _json.SendAsync(_channel, value, stop);

    /// <summary>Receives the next message. One receiver at a time.</summary>
    /// <param name="stop">Ends the wait. The next message is then for the next receiver.</param>
    /// <returns>The message, whose memory is lent until the next call; null when the connection has ended.</returns>
    /// <exception cref="InvalidOperationException">A message is being received already.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public ValueTask<WebSocketMessage?> ReceiveAsync(CancellationToken stop = default) => _channel.ReceiveAsync(only: null, stop);

    /// <summary>Receives all messages, to the end of the connection.</summary>
    /// <param name="stop">Ends the wait for the next one.</param>
    /// <returns>The messages; the memory of each is lent until the next one.</returns>
    /// <exception cref="InvalidOperationException">A message is being received already.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public IAsyncEnumerable<WebSocketMessage> ReadAllAsync(CancellationToken stop = default) => MessageReader.Any.ReadAllAsync(this, stop);

    /// <summary>Receives all messages as texts, to the end of the connection. A binary message closes it with 1003.</summary>
    /// <param name="stop">Ends the wait for the next one.</param>
    /// <returns>The texts.</returns>
    /// <exception cref="InvalidOperationException">A message is being received already.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public IAsyncEnumerable<string> ReadAllTextAsync(CancellationToken stop = default) => MessageReader.Text.ReadAllAsync(this, stop);

    /// <summary>
    /// Receives all messages as JSON, to the end of the connection. A binary message closes it with 1003, one that does
    /// not deserialize with 1007; what was wrong with it is in the log, and not told to the client.
    /// </summary>
    /// <typeparam name="T">The type by whose contract the messages are read.</typeparam>
    /// <param name="stop">Ends the wait for the next one.</param>
    /// <returns>The values; null for the JSON value null.</returns>
    /// <exception cref="NotSupportedException">No <c>JsonSerializerContext</c> of the application covers the type.</exception>
    /// <exception cref="InvalidOperationException">A message is being received already.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled.</exception>
    public IAsyncEnumerable<T> ReadAllJsonAsync<T>(CancellationToken stop = default) =>
        new JsonMessageReader<T>(_json.TypeInfo<T>(), isRequired: false).ReadAllAsync(this, stop);

    /// <summary>
    /// Sends a close frame, behind all messages that were sent before, and waits for the client's: for the endpoint's
    /// close timeout at most, after which the connection is aborted. A connection that has ended is left as it is.
    /// </summary>
    /// <param name="status">The status (RFC 6455 7.4); 4000 to 4999 are the application's own.</param>
    /// <param name="reason">For whoever reads the client's log; at most 123 bytes of UTF-8.</param>
    /// <returns>A task that completes when the connection has ended.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The status may not be sent.</exception>
    /// <exception cref="ArgumentException">The reason is too long.</exception>
    public Task CloseAsync(WebSocketCloseStatus status = WebSocketCloseStatus.NormalClosure, string? reason = null)
    {
        ClosePayload.Validate(status, reason);
        return _channel.CloseAsync(new(status, reason ?? ""));
    }

    /// <summary>Cuts the connection, without a close frame.</summary>
    public void Abort() => _channel.Abort();

    /// <summary>
    /// The connection as a stream of bytes: reads run across messages and end with the connection; each write is one
    /// message. <c>stream.CopyToAsync(stream)</c> sends every message back.
    /// </summary>
    /// <param name="type">What the written messages are.</param>
    /// <returns>The stream. Disposing it closes the connection with 1000.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="type"/> is neither text nor binary.</exception>
    public Stream AsStream(WebSocketMessageType type = WebSocketMessageType.Binary) =>
        type is WebSocketMessageType.Text or WebSocketMessageType.Binary
            ? new MessageStream(this, type)
            : throw new ArgumentOutOfRangeException(nameof(type), type, "A message is text or binary.");

    /// <summary>
    /// The connection as the <see cref="WebSocket"/> of .NET, for code that is written for it. Limits and close codes are the endpoint's, a
    /// cancelled call leaves it usable, and a message that is sent in parts is sent when its last part is there.
    /// </summary>
    /// <returns>The WebSocket. Disposing it while it is open cuts the connection.</returns>
    public WebSocket AsWebSocket() => new ChannelWebSocket(_channel, SubProtocol);

    /// <summary>The connection has ended: nothing finds it any more. Calling it again does nothing.</summary>
    internal void End()
    {
        Memberships? memberships;
        lock (_gate)
        {
            _hasEnded = true;
            memberships = _memberships;
            if (_id is not null)
            {
                Directory?.Forget(_id);
            }
        }

        memberships?.End();
    }

    /// <summary>A claim of who opened the connection. Of nobody, which most clients of a public endpoint are, nothing is made for the question.</summary>
    internal string? FindClaim(string type) => _user?.FindFirst(type)?.Value;

    internal bool TryReceive(WebSocketMessageType? only, CancellationToken stop, out WebSocketMessage message, out ValueTask<WebSocketMessage?> later) =>
        _channel.TryReceive(only, stop, out message, out later);

    internal ValueTask<WebSocketMessage?> ReceiveAsync(WebSocketMessageType? only, CancellationToken stop) => _channel.ReceiveAsync(only, stop);

    internal ValueTask SendJsonAsync<T>(T value, JsonTypeInfo<T> typeInfo) => MessageJson.SendAsync(_channel, value, typeInfo, CancellationToken.None);

    /// <summary>The message that was received last is none that the handler takes: what is wrong is in the log.</summary>
    internal void RefuseMessage()
    {
        _channel.ReturnLoan();
        _channel.BeginClose(InvalidMessage);
    }

    /// <summary>Reads what the client sends, to the end of the connection, for nobody.</summary>
    internal async Task DropMessagesAsync()
    {
        while (await _channel.ReceiveAsync(only: null, CancellationToken.None) is not null)
        {
        }
    }
}
