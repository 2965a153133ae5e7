using System.Net.WebSockets;

namespace Upwire;

/// <summary>
/// .NET has raw DEFLATE with a window of any size only inside of its <see cref="WebSocket"/>. So one of these is the codec: it is a server that
/// reads the frame which we give it and writes frames for us.
/// </summary>
internal static class DeflateCodec
{
    public static WebSocket Create(CodecStream stream, WebSocketDeflateOptions options) =>
        WebSocket.CreateFromStream(stream, new WebSocketCreationOptions
        {
            IsServer = true,
            KeepAliveInterval = Timeout.InfiniteTimeSpan,
            DangerousDeflateOptions = options,
        });
}
