using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Upwire.Runtime.Tests;

public sealed class MessageStreamTests
{
    private readonly InMemoryTransport _transport;
    private readonly WebSocketConnection _connection;

    public MessageStreamTests()
    {
        _transport = new InMemoryTransport().Start();
        _connection = new(new DefaultHttpContext(), _transport.Channel, new MessageJson(JsonSerializerOptions.Web), NullLogger.Instance);
    }

    [Fact]
    public async Task Copying_it_to_itself_is_an_echo_server()
    {
        var stream = _connection.AsStream(WebSocketMessageType.Text);
        var copy = stream.CopyToAsync(stream);

        _transport.Send(ClientFrame.Text("one"), ClientFrame.Text(""), ClientFrame.Text("t").NotFinal(), new(Opcode.Continuation, "wo"u8.ToArray()), ClientFrame.Binary(new byte[5000]), ClientFrame.Close(1000));

        await Within.Time(copy);
        Assert.Equal(["Text 3", "Text 0", "Text 3", "Text 5000", "Close 2"], _transport.Received().Select(frame => $"{frame.Opcode} {frame.Payload.Length}"));
        Assert.Equal(0, await Within.Time(stream.ReadAsync(new byte[1])));
    }

    [Fact]
    public async Task Reads_run_across_messages_and_an_empty_one_is_no_end()
    {
        var stream = _connection.AsStream();
        _transport.Send(ClientFrame.Text("abcd"), ClientFrame.Text(""), ClientFrame.Text("efg"), ClientFrame.Text("hi"), ClientFrame.Close(1000));
        byte[] buffer = new byte[3];
        var reads = new List<string>();
        int count;
        while ((count = await Within.Time(stream.ReadAsync(buffer))) > 0)
        {
            reads.Add(System.Text.Encoding.UTF8.GetString(buffer, 0, count));
        }

        Assert.Equal(["abc", "d", "efg", "hi"], reads);
        Assert.Equal(0, await Within.Time(stream.ReadAsync(buffer, 0, 3)));
    }

    [Fact]
    public async Task Copying_begins_with_what_was_not_read_yet()
    {
        var stream = _connection.AsStream();
        _transport.Send(ClientFrame.Text("abcd"), ClientFrame.Text("e"), ClientFrame.Close(1000));
        Assert.Equal(1, await Within.Time(stream.ReadAsync(new byte[1])));
        Assert.Equal(0, await Within.Time(stream.ReadAsync(Memory<byte>.Empty)));
        using var rest = new MemoryStream();

        await Within.Time(stream.CopyToAsync(rest));

        Assert.Equal("bcde"u8, rest.ToArray());
    }

    [Theory]
    [InlineData(WebSocketMessageType.Text, Opcode.Text)]
    [InlineData(WebSocketMessageType.Binary, Opcode.Binary)]
    public async Task Each_write_is_a_message(WebSocketMessageType type, object opcode)
    {
        var stream = _connection.AsStream(type);

        await stream.WriteAsync("one"u8.ToArray());
#pragma warning disable CA1835 // The older overload is what is tried.
        await stream.WriteAsync("-two-"u8.ToArray(), 1, 3);
#pragma warning restore CA1835
        await stream.FlushAsync();

        Assert.Equal(["one", "two"], _transport.Received().Select(frame => frame.Opcode == (Opcode)opcode ? frame.Text : "wrong type"));
        await EndAsync();
    }

    [Fact]
    public async Task Synchronous_members_are_not_supported()
    {
        var stream = _connection.AsStream();

        Assert.Throws<NotSupportedException>(() => stream.Read(new byte[1], 0, 1));
        Assert.Throws<NotSupportedException>(() => stream.Read(new byte[1].AsSpan()));
        Assert.Throws<NotSupportedException>(() => stream.ReadByte());
        Assert.Throws<NotSupportedException>(() => stream.Write(new byte[1], 0, 1));
        Assert.Throws<NotSupportedException>(() => stream.Write(new byte[1].AsSpan()));
        Assert.Throws<NotSupportedException>(() => stream.WriteByte(1));
        Assert.Throws<NotSupportedException>(() => stream.Seek(0, SeekOrigin.Begin));
        Assert.Throws<NotSupportedException>(() => stream.SetLength(0));
        Assert.Throws<NotSupportedException>(() => stream.Length);
        Assert.Throws<NotSupportedException>(() => stream.Position);
        Assert.Throws<NotSupportedException>(() => stream.Position = 0);
        stream.Flush();
        Assert.True(stream is { CanRead: true, CanWrite: true, CanSeek: false });
        await EndAsync();
    }

    [Fact]
    public async Task Disposing_it_closes_with_1000()
    {
        var dispose = _connection.AsStream().DisposeAsync().AsTask();

        Assert.Equal("Close 1000 ''", Assert.Single(_transport.Received()).ToString());
        Assert.False(dispose.IsCompleted);
        _transport.Send(ClientFrame.Close(1000));
        await Within.Time(dispose);
    }

    [Fact]
    public async Task Only_text_and_binary_are_types_of_messages()
    {
        Assert.Throws<ArgumentOutOfRangeException>("type", () => _connection.AsStream(WebSocketMessageType.Close));
        await EndAsync();
    }

    private async Task EndAsync()
    {
        _transport.Vanish();
        await Within.Time(_connection.CloseAsync());
    }
}
