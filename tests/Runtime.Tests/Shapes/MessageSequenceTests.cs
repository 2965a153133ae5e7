using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Upwire.Runtime.Tests;

/// <summary>Loops over messages that a client has sent at once, while the loop waits: all but the first are at hand.</summary>
public sealed class MessageSequenceTests : IAsyncDisposable
{
    private readonly InMemoryTransport _transport = new InMemoryTransport().Start();
    private readonly WebSocketConnection _connection;
    private readonly List<string> _texts = [];

    public MessageSequenceTests() =>
        _connection = new(new DefaultHttpContext(), _transport.Channel, new MessageJson(JsonSerializerOptions.Web), NullLogger.Instance);

    public async ValueTask DisposeAsync()
    {
        _transport.Vanish();
        await Within.Time(_connection.CloseAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_loop_leaves_the_rest_to_the_next(bool byItsOwnToken)
    {
        using var own = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        var messages = _connection.ReadAllTextAsync(own.Token);
        var reading = ReadAsync(messages.WithCancellation(other.Token), _ => (byItsOwnToken ? own : other).Cancel());

        _transport.Send(ClientFrame.Text("one"), ClientFrame.Text("two"), ClientFrame.Text("three"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Within.Time(reading));
        Assert.Equal(["one"], _texts);
        reading = ReadAsync(_connection.ReadAllTextAsync());
        _transport.Send(ClientFrame.Close(1000));
        await Within.Time(reading);
        Assert.Equal(["one", "two", "three"], _texts);
    }

    [Fact]
    public async Task A_second_loop_over_the_same_messages_goes_on_behind_the_first()
    {
        var messages = _connection.ReadAllTextAsync();
        using var stop = new CancellationTokenSource();
        var reading = ReadAsync(messages.WithCancellation(stop.Token), _ => stop.Cancel());
        _transport.Send(ClientFrame.Text("one"), ClientFrame.Text("two"), ClientFrame.Close(1000));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Within.Time(reading));

        await Within.Time(ReadAsync(messages));

        Assert.Equal(["one", "two"], _texts);
    }

    // The first is waited for, and told of by whoever sends it; the second is at hand.
    [Fact]
    public async Task What_is_made_of_a_message_is_made_in_the_context_of_the_loop()
    {
        var place = new AsyncLocal<string?>();
        var seen = new List<string?>();
        var messages = new PlainMessageReader<string>(only: null, message =>
        {
            seen.Add(place.Value);
            return message.GetText();
        });
        var reading = LoopAsync();

        _transport.Send(ClientFrame.Text("one"), ClientFrame.Text("two"), ClientFrame.Close(1000));

        await Within.Time(reading);
        Assert.Null(place.Value);
        Assert.Equal(["loop", "loop"], seen);

        async Task LoopAsync()
        {
            place.Value = "loop";
            await ReadAsync(messages.ReadAllAsync(_connection));
        }
    }

    [Fact]
    public async Task A_message_of_the_other_type_ends_the_loop_behind_those_before_it()
    {
        var reading = ReadAsync(_connection.ReadAllTextAsync());

        _transport.Send(ClientFrame.Text("one"), ClientFrame.Text("two"), ClientFrame.Binary(3), ClientFrame.Text("four"), ClientFrame.Close(1000));

        await Within.Time(reading);
        Assert.Equal(["one", "two"], _texts);
        Assert.Equal("Close 1003 'only text is understood'", (await _transport.ReceiveAsync()).ToString());
    }

    [Fact]
    public async Task A_message_that_does_not_deserialize_ends_the_loop_behind_those_before_it()
    {
        var reading = ReadAsync(_connection.ReadAllJsonAsync<int>());

        _transport.Send(ClientFrame.Text("1"), ClientFrame.Text("2"), ClientFrame.Text("three"), ClientFrame.Text("4"), ClientFrame.Close(1000));

        await Within.Time(reading);
        Assert.Equal(["1", "2"], _texts);
        Assert.Equal("Close 1007 'invalid message'", (await _transport.ReceiveAsync()).ToString());
    }

    [Fact]
    public async Task A_text_that_is_not_UTF8_ends_the_loop_behind_those_before_it()
    {
        var reading = ReadAsync(_connection.ReadAllTextAsync());

        _transport.Send(ClientFrame.Text("one"), new ClientFrame(Opcode.Text, [0x61, 0xC3]), ClientFrame.Text("three"), ClientFrame.Close(1000));

        await Within.Time(reading);
        Assert.Equal(["one"], _texts);
        Assert.Equal("Close 1007 'text is not UTF-8'", (await _transport.ReceiveAsync()).ToString());
    }

    [Fact]
    public async Task A_second_receive_while_the_loop_waits_is_refused_and_harms_nothing()
    {
        var reading = ReadAsync(_connection.ReadAllTextAsync());

        await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(_connection.ReadAllTextAsync()));

        _transport.Send(ClientFrame.Text("one"), ClientFrame.Text("two"), ClientFrame.Close(1000));
        await Within.Time(reading);
        Assert.Equal(["one", "two"], _texts);
    }

    private Task ReadAsync<T>(IAsyncEnumerable<T> messages) => ReadAsync(messages.WithCancellation(default), static _ => { });

    private async Task ReadAsync<T>(ConfiguredCancelableAsyncEnumerable<T> messages, Action<T> onMessage)
    {
        await foreach (var message in messages)
        {
            _texts.Add($"{message}");
            onMessage(message);
        }
    }
}
