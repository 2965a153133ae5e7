using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Upwire.Runtime.Tests;

public sealed class ChannelWebSocketTests
{
    private readonly InMemoryTransport _transport = new InMemoryTransport().Start();
    private readonly WebSocketConnection _connection;
    private readonly WebSocket _socket;
    private readonly byte[] _buffer = new byte[4];

    public ChannelWebSocketTests()
    {
        _connection = new(new DefaultHttpContext(), _transport.Channel, new MessageJson(JsonSerializerOptions.Web), NullLogger.Instance) { SubProtocol = "v1" };
        _socket = _connection.AsWebSocket();
    }

    [Fact]
    public async Task Reads_end_where_the_message_does()
    {
        _transport.Send(ClientFrame.Text("abcdef"), ClientFrame.Text(""), ClientFrame.Binary(1, 2, 3, 4), ClientFrame.Close(1000, "bye"));

        Assert.Equal(["Text abcd False", "Text ef True", "Text  True", "Binary 1234 True"], [await ReadAsync(), await ReadAsync(), await ReadAsync(), await ReadAsync()]);
        Assert.Equal(WebSocketState.Open, _socket.State);
        var end = await Within.Time(_socket.ReceiveAsync(new ArraySegment<byte>(_buffer), default));
        Assert.Equal((WebSocketMessageType.Close, WebSocketCloseStatus.NormalClosure, "bye"), (end.MessageType, end.CloseStatus, end.CloseStatusDescription));
        Assert.Equal(WebSocketState.CloseReceived, _socket.State);
        await Within.Time(_socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default));
        Assert.Equal(WebSocketState.Closed, _socket.State);
        await Assert.ThrowsAsync<WebSocketException>(() => _socket.ReceiveAsync(_buffer.AsMemory(), default).AsTask());
        await Assert.ThrowsAsync<WebSocketException>(() => _socket.SendAsync(_buffer.AsMemory(), WebSocketMessageType.Text, true, default).AsTask());
        Assert.Equal("v1", _socket.SubProtocol);
    }

    [Fact]
    public async Task Fragments_are_one_message_and_others_do_not_come_between_them()
    {
        await SendAsync("one ", endOfMessage: false);
        await _connection.SendAsync("other");
        await SendAsync("message", endOfMessage: true);
        await SendAsync("next", endOfMessage: true);

        Assert.Equal(["other", "one message", "next"], _transport.Received().Select(frame => frame.Text));
        await EndAsync();
    }

    [Fact]
    public async Task A_cancelled_receive_leaves_it_usable()
    {
        using var stop = new CancellationTokenSource();
        var receive = _socket.ReceiveAsync(_buffer.AsMemory(), stop.Token).AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Within.Time(receive));

        _transport.Send(ClientFrame.Text("abc"));

        Assert.Equal(WebSocketState.Open, _socket.State);
        Assert.Equal("Text abc True", await ReadAsync());
        await EndAsync();
    }

    [Fact]
    public async Task Closing_sends_the_status_and_waits_for_the_answer()
    {
        var close = _socket.CloseAsync((WebSocketCloseStatus)4000, "enough", default);

        Assert.Equal("Close 4000 'enough'", Assert.Single(_transport.Received()).ToString());
        Assert.Equal((false, WebSocketState.CloseSent), (close.IsCompleted, _socket.State));
        _transport.Send(ClientFrame.Close(4000));
        await Within.Time(close);
        Assert.Equal((WebSocketState.Closed, (WebSocketCloseStatus)4000), (_socket.State, _socket.CloseStatus));
    }

    [Fact]
    public async Task Closing_the_output_does_not_wait_and_the_end_is_received()
    {
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "done", default);
        Assert.Equal(WebSocketState.CloseSent, _socket.State);
        var receive = _socket.ReceiveAsync(_buffer.AsMemory(), default).AsTask();
        Assert.False(receive.IsCompleted);

        _transport.Send(ClientFrame.Text("dropped"), ClientFrame.Close(1000));

        Assert.Equal(WebSocketMessageType.Close, (await Within.Time(receive)).MessageType);
        Assert.Equal(WebSocketState.Closed, _socket.State);
    }

    [Fact]
    public async Task A_client_that_vanishes_is_a_failure()
    {
        _transport.Vanish();

        var failure = await Assert.ThrowsAsync<WebSocketException>(() => _socket.ReceiveAsync(_buffer.AsMemory(), default).AsTask());
        Assert.Equal((WebSocketError.ConnectionClosedPrematurely, WebSocketState.Aborted), (failure.WebSocketErrorCode, _socket.State));
        await Within.Time(Handlers.ReturnAsync(_transport.Channel));
    }

    [Fact]
    public async Task Disposing_one_that_is_open_cuts_the_connection()
    {
        _socket.Dispose();

        Assert.Equal((true, WebSocketState.Aborted), (_transport.IsAborted, _socket.State));
        await Within.Time(Handlers.ReturnAsync(_transport.Channel));
    }

    private async Task<string> ReadAsync()
    {
        var result = await Within.Time(_socket.ReceiveAsync(_buffer.AsMemory(), default));
        string text = result.MessageType == WebSocketMessageType.Text
            ? Encoding.UTF8.GetString(_buffer, 0, result.Count)
            : string.Concat(_buffer.Take(result.Count));

        return $"{result.MessageType} {text} {result.EndOfMessage}";
    }

    private Task SendAsync(string text, bool endOfMessage) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage, default);

    private async Task EndAsync()
    {
        _transport.Vanish();
        await Within.Time(_connection.CloseAsync());
    }
}
