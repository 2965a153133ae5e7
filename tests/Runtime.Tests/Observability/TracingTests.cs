using System.Collections.Concurrent;
using System.Diagnostics;
using Upwire.CompilerServices;

namespace Upwire.Runtime.Tests;

/// <summary>The spans of docs/observability.md.</summary>
public sealed class TracingTests : IDisposable
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ActivityListener _listener;

    public TracingTests()
    {
        _listener = new()
        {
            ShouldListenTo = static source => source.Name is "Upwire" or "Microsoft.AspNetCore",
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task The_span_of_the_request_ends_when_the_connection_begins()
    {
        bool hasEnded = false;
        Activity? current = null;
        await using var host = await KestrelHost.StartAsync(async socket =>
        {
            hasEnded = _stopped.Any(IsOurs);
            current = Activity.Current;
            await socket.SendAsync("opened");
        });
        using var client = await ConnectAsync(host);
        await client.ReceiveAsync();
        await client.ReceiveCloseAsync();

        Assert.True(hasEnded);
        Assert.Null(current);
        var request = Assert.Single(_stopped, IsOurs);
        Assert.Equal(101, request.GetTagItem("http.response.status_code"));
        Assert.Equal("/ws", request.GetTagItem("http.route"));
        Assert.Equal("1.1", request.GetTagItem("network.protocol.version"));
        Assert.Equal("GET /ws", request.DisplayName);
    }

    [Fact]
    public async Task A_message_that_a_method_is_called_for_has_a_span_that_is_linked_to_the_request()
    {
        string? id = null;
        var current = new ConcurrentQueue<Activity?>();
        await using var host = await KestrelHost.StartAsync(socket => MessageLoop.RunAsync(socket, MessageReader.Text, text =>
        {
            id = socket.Id;
            current.Enqueue(Activity.Current);
            return text == "fail" ? throw new InvalidOperationException("secret") : default;
        }));
        using var client = await ConnectAsync(host);
        await client.SendAsync(ClientFrame.Text("hello"), ClientFrame.Text("fail"));
        Assert.Equal(1011, (await client.ReceiveCloseAsync()).CloseCode);

        var spans = _stopped.Where(span => (string?)span.GetTagItem("upwire.connection.id") == id).ToList();
        Assert.Equal(current, spans);
        Assert.Equal([5, 4], spans.Select(span => span.GetTagItem("messaging.message.body.size")));
        Assert.All(spans, span =>
        {
            Assert.Equal("process /ws", span.DisplayName);
            Assert.Equal(ActivityKind.Consumer, span.Kind);
            Assert.Equal("websocket", span.GetTagItem("messaging.system"));
            Assert.Equal("process", span.GetTagItem("messaging.operation.type"));
            Assert.Equal("/ws", span.GetTagItem("messaging.destination.template"));
            Assert.NotEqual(TraceId, span.TraceId.ToHexString());
            Assert.Equal(TraceId, Assert.Single(span.Links).Context.TraceId.ToHexString());
        });
        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Error], spans.Select(span => span.Status));
        Assert.Equal("System.InvalidOperationException", spans[1].GetTagItem("error.type"));
        Assert.DoesNotContain(spans[1].TagObjects, tag => tag.Value is "secret");
    }

    private static bool IsOurs(Activity span) => span.TraceId.ToHexString() == TraceId;

    private static async Task<RawWebSocketClient> ConnectAsync(KestrelHost host)
    {
        var client = await RawWebSocketClient.ConnectAsync(host.Address);
        await client.WriteAsync(RawWebSocketClient.Handshake(headers: ("traceparent", $"00-{TraceId}-b7ad6b7169203331-01")));
        Assert.Equal(101, (await client.ReadResponseAsync()).Status);
        return client;
    }
}
