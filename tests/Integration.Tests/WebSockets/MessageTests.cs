using System.Net.WebSockets;

namespace Upwire.Integration.Tests.WebSockets;

/// <summary>Handlers that are called for each message, and those that take and return sequences of messages.</summary>
public sealed class MessageTests(Running<ServicesApp> app) : IClassFixture<Running<ServicesApp>>
{
    [Fact]
    public async Task A_method_is_called_for_each_text_on_one_controller_and_null_is_no_reply()
    {
        using var socket = await app.ConnectAsync("/messages/text/x");
        await socket.SendAsync("a");
        await socket.SendAsync("quiet");
        await socket.SendAsync("b");
        Assert.Equal("x 1 a", await socket.ReceiveAsync());
        Assert.Equal("x 2 b", await socket.ReceiveAsync());
        Assert.Equal(WebSocketMessageType.Text, socket.ReceivedType);
        await socket.CloseAsync();
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Theory]
    [InlineData("/messages/bytes", WebSocketMessageType.Binary, "cba")]
    [InlineData("/messages/memory", WebSocketMessageType.Binary, "abc")]
    [InlineData("/messages/any", WebSocketMessageType.Binary, "abc")]
    [InlineData("/messages/any", WebSocketMessageType.Text, "abc")]
    public async Task A_reply_is_of_its_type(string path, WebSocketMessageType type, string expected)
    {
        using var socket = await app.ConnectAsync(path);
        await socket.SendAsync("abc", type);
        Assert.Equal(expected, await socket.ReceiveAsync());
        Assert.Equal(type, socket.ReceivedType);
    }

    [Theory]
    [InlineData("/messages/text/x", WebSocketMessageType.Binary)]
    [InlineData("/messages/json", WebSocketMessageType.Binary)]
    [InlineData("/messages/in", WebSocketMessageType.Binary)]
    [InlineData("/messages/bytes", WebSocketMessageType.Text)]
    [InlineData("/messages/memory", WebSocketMessageType.Text)]
    public async Task A_message_of_the_other_type_closes_with_1003(string path, WebSocketMessageType type)
    {
        using var socket = await app.ConnectAsync(path);
        await socket.SendAsync("abc", type);
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.InvalidMessageType, socket.CloseStatus);
    }

    [Theory]
    [InlineData("/messages/json", "{")]
    [InlineData("/messages/json", "null")]
    [InlineData("/messages/json", """{"text":"longer than ten characters"}""")]
    [InlineData("/messages/in-out", "[]")]
    [InlineData("/messages/in-out", """{"text":"longer than ten characters"}""")]
    [InlineData("/messages/sequence", "true")]
    public async Task A_message_that_does_not_fit_closes_with_1007(string path, string message)
    {
        using var socket = await app.ConnectAsync(path);
        await socket.SendAsync(message);
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.InvalidPayloadData, socket.CloseStatus);
        Assert.Equal("invalid message", socket.CloseReason);
    }

    [Fact]
    public async Task Json_is_read_and_written()
    {
        using var socket = await app.ConnectAsync("/messages/json");
        await socket.SendAsync("""{"text":"quiet"}""");
        await socket.SendAsync("""{"text":"loud"}""");
        Assert.Equal("""{"text":"LOUD"}""", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_method_without_a_reply_may_send_for_itself()
    {
        using var socket = await app.ConnectAsync("/messages/none");
        await socket.SendAsync("a");
        Assert.Equal("sent a", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task A_sequence_is_several_replies_and_the_next_message_waits_for_them()
    {
        using var socket = await app.ConnectAsync("/messages/sequence");
        await socket.SendAsync("3");
        await socket.SendAsync("2");
        foreach (string expected in new[] { "1", "2", "3", "1", "2" })
        {
            Assert.Equal(expected, await socket.ReceiveAsync());
        }
    }

    [Fact]
    public async Task A_failure_of_the_method_closes_with_1011()
    {
        using var socket = await app.ConnectAsync("/messages/failing");
        await socket.SendAsync("x");
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.InternalServerError, socket.CloseStatus);
        Assert.Contains("secret x", await app.TakeFailuresAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_are_a_sequence_in_and_out()
    {
        using var socket = await app.ConnectAsync("/messages/in-out");
        await socket.SendAsync("""{"text":"one"}""");
        Assert.Equal("""{"text":"got one"}""", await socket.ReceiveAsync());
        await socket.SendAsync("""{"text":"two"}""");
        Assert.Equal("""{"text":"got two"}""", await socket.ReceiveAsync());
        await socket.CloseAsync();
    }

    [Fact]
    public async Task Messages_are_a_sequence_beside_a_connection()
    {
        using var socket = await app.ConnectAsync("/messages/in");
        await socket.SendAsync("a");
        await socket.SendAsync("b");
        Assert.Equal("a!", await socket.ReceiveAsync());
        Assert.Equal("b!", await socket.ReceiveAsync());
    }

    [Fact]
    public async Task The_end_of_a_sequence_that_is_sent_closes_with_1000()
    {
        using var socket = await app.ConnectAsync("/messages/out?first=one");
        Assert.Equal("one", await socket.ReceiveAsync());
        Assert.Equal("second", await socket.ReceiveAsync());
        Assert.Null(await socket.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
    }

    [Fact]
    public async Task What_a_client_sends_to_a_sequence_is_dropped_and_its_close_ends_it()
    {
        using var socket = await app.ConnectAsync("/messages/endless");
        Assert.Equal("first", await socket.ReceiveAsync());
        for (int i = 0; i < 10; i++)
        {
            await socket.SendAsync("for nobody");
        }

        await socket.CloseAsync();
        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.CloseStatus);
        Assert.Equal("endless", await app.Client.GetStringAsync("/disposal/next", TestContext.Current.CancellationToken));
    }
}
