using System.Net.WebSockets;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.Extensions.Logging.Abstractions;

namespace Upwire.Runtime.Tests;

public sealed class ConnectionTests : IAsyncDisposable
{
    private readonly DefaultHttpContext _context = new() { User = new ClaimsPrincipal(new ClaimsIdentity("test")) };
    private readonly InMemoryTransport _transport;
    private readonly WebSocketConnection _connection;

    public ConnectionTests()
    {
        _transport = new InMemoryTransport().Start();
        _connection = new(_context, _transport.Channel, new MessageJson(JsonSerializerOptions.Web), NullLogger.Instance) { SubProtocol = "v1" };
    }

    public async ValueTask DisposeAsync()
    {
        _transport.Vanish();
        await Within.Time(_connection.CloseAsync());
    }

    [Fact]
    public void It_knows_its_request_and_has_a_name_of_its_own()
    {
        var other = new WebSocketConnection(_context, _transport.Channel, new MessageJson(JsonSerializerOptions.Web), NullLogger.Instance);

        Assert.Same(_context, _connection.HttpContext);
        Assert.Same(_context.User, _connection.User);
        Assert.Equal("v1", _connection.SubProtocol);
        Assert.Null(other.SubProtocol);
        Assert.Equal(_connection.Id, _connection.Id);
        Assert.Matches(@"^[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{11}$", _connection.Id);
        Assert.NotEqual(_connection.Id, other.Id);
        _connection.Items["key"] = 1;
        Assert.Equal(1, _connection.Items["key"]);
        Assert.Null(_connection.CloseStatus);
        Assert.Null(_connection.CloseReason);
        Assert.False(_connection.Closed.IsCancellationRequested);
    }

    [Fact]
    public async Task A_value_is_one_message_of_JSON_however_long_the_ones_before_were()
    {
        int[] many = [.. Enumerable.Range(0, 50_000)];
        await _connection.SendJsonAsync(many);
        await _connection.SendJsonAsync(many[..2]);
        await _connection.SendJsonAsync("ü");

        var received = _transport.Received();
        Assert.Equal([JsonSerializer.Serialize(many), "[0,1]", "\"\\u00FC\""], received.Select(frame => frame.Text));
        Assert.All(received, frame => Assert.Equal(Opcode.Text, frame.Opcode));
    }

    [Fact]
    public async Task What_cannot_be_sent_is_refused_and_nothing_is_written()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("text", () => _connection.SendAsync((string)null!).AsTask());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("type", () => _connection.SendAsync(new byte[1], WebSocketMessageType.Close).AsTask());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>("status", () => _connection.CloseAsync((WebSocketCloseStatus)1005 + 1));
        await Assert.ThrowsAsync<ArgumentException>("reason", () => _connection.CloseAsync(reason: new string('x', 124)));

        Assert.Empty(_transport.Received());
        Assert.False(_connection.Closed.IsCancellationRequested);
    }

    [Fact]
    public void Nobody_in_particular_is_somebody_without_claims_and_only_when_asked_for()
    {
        var context = new DefaultHttpContext();
        var connection = new WebSocketConnection(context, _transport.Channel, new MessageJson(JsonSerializerOptions.Web), NullLogger.Instance);

        Assert.Null(connection.FindClaim(ClaimTypes.NameIdentifier));
        Assert.Null(context.Features.Get<IHttpAuthenticationFeature>());

        Assert.False(connection.User.Identity!.IsAuthenticated);
        Assert.Same(connection.User, connection.User);
        Assert.Null(connection.FindClaim(ClaimTypes.NameIdentifier));
    }

    [Fact]
    public async Task A_binary_message_where_text_is_read_closes_with_1003()
    {
        var texts = new List<string>();
        var reading = Task.Run(async () =>
        {
            await foreach (string text in _connection.ReadAllTextAsync())
            {
                texts.Add(text);
            }
        });
        _transport.Send(ClientFrame.Text("one"), ClientFrame.Binary(2), ClientFrame.Text("three"));

        Assert.Equal("Close 1003 'only text is understood'", (await _transport.ReceiveAsync()).ToString());
        _transport.Send(ClientFrame.Close(1003));
        await Within.Time(reading);
        Assert.Equal(["one"], texts);
    }
}
