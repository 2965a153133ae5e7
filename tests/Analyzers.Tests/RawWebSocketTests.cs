using System.Text.RegularExpressions;
using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.RawWebSocketAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0052.</summary>
public sealed partial class RawWebSocketTests
{
    private const string Overlap =
        "Another message is sent on this socket while this one may be under way, which System.Net.WebSockets does not support; await each, "
        + "or take a WebSocketConnection in a [WebSocket] handler, on which many may send at once";

    [Fact]
    public Task Fires_on_a_receive_that_is_cancelled() => Test.RunAsync(
        Handler(
            """
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            using var timeout = new CancellationTokenSource(1000);
            await socket.ReceiveAsync(buffer, {|#0:timeout.Token|});
            """),
        "UPW0052",
        "To cancel 'timeout.Token' while this waits for a message aborts the connection, and the client is not told why; "
            + "take a WebSocketConnection in a [WebSocket] handler, of which a call can be cancelled, or pass a token that nobody cancels");

    [Fact]
    public Task Fires_on_a_send_that_is_cancelled() => Test.RunAsync(
        Handler(
            """
            using var socket = await context.WebSockets.AcceptWebSocketAsync("v1").ConfigureAwait(false);
            await socket.SendAsync(buffer, WebSocketMessageType.Text, true, {|#0:_lifetime.ApplicationStopping|});
            """),
        "UPW0052",
        "To cancel '_lifetime.ApplicationStopping' while a message is sent aborts the connection, and the client is not told why; "
            + "take a WebSocketConnection in a [WebSocket] handler, of which a call can be cancelled, or pass a token that nobody cancels");

    [Theory]
    [InlineData("var token = _stopping.Token; await socket.ReceiveAsync(buffer, {|UPW0052:token|});")]
    [InlineData("await socket.ReceiveAsync(new ArraySegment<byte>(buffer), cancellationToken: {|UPW0052:_stopping.Token|});")]
    [InlineData("await socket.SendAsync(buffer.AsMemory(), WebSocketMessageType.Text, WebSocketMessageFlags.None, {|UPW0052:_stopping.Token|});")]
    [InlineData("var same = socket; await same.ReceiveAsync(buffer, {|UPW0052:_lifetime.ApplicationStopped|});")]
    [InlineData("await Task.Run(async () => await socket.ReceiveAsync(buffer, {|UPW0052:_stopping.Token|}));")]
    [InlineData("using var both = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token); await socket.ReceiveAsync(buffer, {|UPW0052:both.Token|});")]
    [InlineData("using var timed = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted); timed.CancelAfter(1000); await socket.ReceiveAsync(buffer, {|UPW0052:timed.Token|});")]
    public Task Fires_on_a_token_that_can_be_cancelled(string statements) => Test.RunAsync(Accepted(statements));

    [Fact]
    public Task Fires_where_the_socket_is_assigned_later() => Test.RunAsync(
        Handler(
            """
            WebSocket socket;
            socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext());
            await socket.ReceiveAsync(buffer, {|UPW0052:_stopping.Token|});
            """));

    [Fact]
    public Task Fires_in_a_using_statement() => Test.RunAsync(
        Handler("using (WebSocket socket = await context.WebSockets.AcceptWebSocketAsync()) { await socket.ReceiveAsync(buffer, {|UPW0052:_stopping.Token|}); }"));

    [Fact]
    public Task Fires_on_sends_that_overlap() => Test.RunAsync(
        Accepted("while (true) { _ = {|#0:socket.SendAsync(buffer, WebSocketMessageType.Text, true, default)|}; await Task.Delay(1); }"),
        "UPW0052",
        Overlap);

    [Theory]
    [InlineData("_ = {|UPW0052:Send|}; await Send;")]
    [InlineData("if (stop.CanBeCanceled) { _ = {|UPW0052:Send|}; } else { await Task.Delay(1); } while (true) { await Send; }")]
    [InlineData("switch (buffer.Length) { case 1: _ = {|UPW0052:Send|}; break; default: break; } await Send;")]
    [InlineData("foreach (byte b in buffer) { _ = {|UPW0052:Send|}; }")]
    [InlineData("for (; ; ) { switch (buffer.Length) { case 1: { _ = {|UPW0052:Send|}; break; } default: continue; } }")]
    [InlineData("await Task.WhenAll(Send, {|UPW0052:Send|}, Task.Delay(1), {|UPW0052:Send|});")]
    [InlineData("Task[] all = [Send]; await Task.WhenAll(new[] { Send, {|UPW0052:Send|} });")]
    [InlineData("await Task.WhenAll([socket.SendAsync(buffer.AsMemory(), default, true, default).AsTask(), {|UPW0052:socket.SendAsync(buffer.AsMemory(), default, true, default)|}.AsTask()]);")]
    [InlineData("await Task.WhenAll(buffer.Select(b => {|UPW0052:Send|}));")]
    [InlineData("await Task.WhenAll(buffer.Select(async b => await {|UPW0052:Send|}).ToList());")]
    [InlineData("await Task.WhenAll(buffer.Select(b => { return {|UPW0052:Send|}; }));")]
    public Task Fires_on_sends_that_are_not_awaited(string statements) => Test.RunAsync(Accepted(statements));

    [Theory]
    [InlineData("await socket.ReceiveAsync(buffer, CancellationToken.None); await socket.ReceiveAsync(buffer, default);")]
    [InlineData("await socket.ReceiveAsync(buffer, context.RequestAborted); var gone = context.RequestAborted; await socket.ReceiveAsync(buffer, gone);")]
    [InlineData("await socket.ReceiveAsync(buffer, stop);")]
    [InlineData("using var linked = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stop); await socket.ReceiveAsync(buffer, linked.Token);")]
    [InlineData("await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, _stopping.Token);")]
    [InlineData("var token = CancellationToken.None; if (buffer.Length > 1) { token = _stopping.Token; } await socket.ReceiveAsync(buffer, token);")]
    public Task Does_not_fire_on_a_token_that_ends_with_the_connection(string statements) => Test.RunAsync(Accepted(statements));

    [Theory]
    [InlineData("await Send; await Send; while (true) { await Send; }")]
    [InlineData("_ = Send;")]
    [InlineData("while (true) { _ = Send; break; }")]
    [InlineData("do { _ = Send; } while (false);")]
    [InlineData("while (true) { if (buffer.Length == 1) { _ = Send; return; } await Send; }")]
    [InlineData("foreach (byte b in buffer) { if (b == 1) { _ = Send; throw new InvalidOperationException(); } }")]
    [InlineData("_ = Send; await Task.WhenAll(Task.Delay(1)); async Task Later() => await Send;")]
    [InlineData("await Task.WhenAll(Send, Task.Delay(1));")]
    [InlineData("var gate = new SemaphoreSlim(1); await Task.WhenAll(buffer.Select(async b => { await gate.WaitAsync(); await Send; gate.Release(); }));")]
    [InlineData("foreach (var task in buffer.Select(b => Send)) { await task; }")]
    [InlineData("_ = Send; var other = await context.WebSockets.AcceptWebSocketAsync(); await other.SendAsync(buffer, default, true, default);")]
    [InlineData("await Task.WhenAll(await Task.FromResult(Send), Task.FromResult(1));")]
    public Task Does_not_fire_on_sends_that_may_not_overlap(string statements) => Test.RunAsync(Accepted(statements));

    [Fact]
    public Task Does_not_fire_where_a_new_socket_is_accepted_each_time() => Test.RunAsync(
        Handler(
            """
            await Task.WhenAll(new[] { context }.Select(async each => await (await each.WebSockets.AcceptWebSocketAsync()).SendAsync(buffer, WebSocketMessageType.Text, true, default)));
            while (true)
            {
                var socket = await context.WebSockets.AcceptWebSocketAsync();
                _ = socket.SendAsync(buffer, WebSocketMessageType.Text, true, default);
            }
            """));

    [Fact]
    public Task Does_not_fire_on_a_socket_that_may_be_another() => Test.RunAsync(
        Handler(
            """
            WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();
            socket = new ClientWebSocket();
            await socket.ReceiveAsync(buffer, _stopping.Token);
            WebSocket tuple = await context.WebSockets.AcceptWebSocketAsync();
            (tuple, _) = (new ClientWebSocket(), 1);
            await tuple.ReceiveAsync(buffer, _stopping.Token);
            WebSocket exchanged = await context.WebSockets.AcceptWebSocketAsync();
            Interlocked.Exchange(ref exchanged, new ClientWebSocket());
            await exchanged.ReceiveAsync(buffer, _stopping.Token);
            """));

    [Fact]
    public Task Does_not_fire_on_Upwires_own_or_a_client() => Test.RunAsync(
        Completed(
            """
            public sealed class Rooms(CancellationTokenSource source)
            {
                [WebSocket("/rooms")]
                public async Task Join(WebSocket socket)
                {
                    _ = socket.SendAsync(new byte[1], WebSocketMessageType.Text, true, default);
                    await socket.ReceiveAsync(new byte[1], source.Token);
                }

                [HttpGet("/other")]
                public async Task Other()
                {
                    using var socket = new ClientWebSocket();
                    await socket.ReceiveAsync(new byte[1], source.Token);
                }
            }
            """));

    private static string Accepted(string statements) => Handler(
        "using var socket = await context.WebSockets.AcceptWebSocketAsync();\n"
        + Send().Replace(statements, "socket.SendAsync(buffer, WebSocketMessageType.Text, true, default)"));

    private static string Handler(string statements) => Completed(
        $$"""
        public sealed class Sockets(IHostApplicationLifetime lifetime)
        {
            private readonly CancellationTokenSource _stopping = new();
            private readonly IHostApplicationLifetime _lifetime = lifetime;

            [HttpGet("/ws")]
            public async Task Join(HttpContext context, CancellationToken stop)
            {
                var buffer = new byte[1024];
                {{statements.ReplaceLineEndings("\n        ")}}
            }
        }
        """);

    private static string Completed(string types) =>
        $"""
        using System;
        using System.Linq;
        using System.Net.WebSockets;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Hosting;
        using Upwire;

        {types}
        """.ReplaceLineEndings("\n");

    [GeneratedRegex(@"\bSend\b")]
    private static partial Regex Send();
}
