using Upwire;

public sealed class Files
{
    [HttpMethod("PROP FIND", "/files")]
    // UPW0035: The value 'PROP FIND' of [HttpMethod] cannot be used: it has the character ' ', which no method's name has
    public string Find() => "";

    [WebSocket("/ws", MaxMessageSize = 0, SubProtocols = ["v1 chat"], Origins = ["https://example.com/"])]
    // UPW0035: The value '0' of [WebSocket] cannot be used: MaxMessageSize is above zero
    // UPW0035: The value 'https://example.com/' of [WebSocket] cannot be used: an origin is a scheme, a host and, if it is not the scheme's, a port, as in 'https://example.com' or 'https://*.example.com', or '*' for any
    // UPW0035: The value 'v1 chat' of [WebSocket] cannot be used: a sub-protocol is a token (RFC 9110, section 5.6.2): letters, digits and a few signs
    public Task Talk(WebSocketConnection socket) => socket.CloseAsync();
}
