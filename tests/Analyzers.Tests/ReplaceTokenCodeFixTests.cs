using Test = Upwire.Analyzers.Tests.FixTest<Upwire.Generators.Analyzers.RawWebSocketAnalyzer, Upwire.CodeFixes.ReplaceTokenCodeFix>;

namespace Upwire.Analyzers.Tests;

/// <summary>The mend of UPW0052, where the call of a raw WebSocket is cancelled.</summary>
public sealed class ReplaceTokenCodeFixTests
{
    [Fact]
    public Task Passes_the_token_of_the_request() => Test.RunAsync(
        """
        using System;
        using System.Net.WebSockets;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;

        public sealed class Echo(CancellationTokenSource stopping)
        {
            public async Task Run(HttpContext context)
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                var received = await socket.ReceiveAsync(new byte[9], {|UPW0052:stopping.Token|} /* kept */);
                await socket.SendAsync(
                    new byte[9],
                    WebSocketMessageType.Text,
                    endOfMessage: true,
                    cancellationToken: {|UPW0052:stopping.Token|});
            }
        }
        """,
        """
        using System;
        using System.Net.WebSockets;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;

        public sealed class Echo(CancellationTokenSource stopping)
        {
            public async Task Run(HttpContext context)
            {
                using var socket = await context.WebSockets.AcceptWebSocketAsync();
                var received = await socket.ReceiveAsync(new byte[9], context.RequestAborted /* kept */);
                await socket.SendAsync(
                    new byte[9],
                    WebSocketMessageType.Text,
                    endOfMessage: true,
                    cancellationToken: context.RequestAborted);
            }
        }
        """);

    [Fact]
    public Task Passes_none_where_the_request_has_no_name() => Test.RunAsync(
        """
        using System.Net.WebSockets;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;

        public sealed class Echo(CancellationTokenSource stopping, IHttpContextAccessor accessor)
        {
            public async Task Run()
            {
                using var socket = await accessor.HttpContext!.WebSockets.AcceptWebSocketAsync();
                await socket.ReceiveAsync(new byte[9], {|UPW0052:stopping.Token|});
            }

            public async Task Run(WebSocketManager sockets)
            {
                using var socket = await sockets.AcceptWebSocketAsync();
                await socket.ReceiveAsync(new byte[9], {|UPW0052:stopping.Token|});
            }
        }
        """,
        """
        using System.Net.WebSockets;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;

        public sealed class Echo(CancellationTokenSource stopping, IHttpContextAccessor accessor)
        {
            public async Task Run()
            {
                using var socket = await accessor.HttpContext!.WebSockets.AcceptWebSocketAsync();
                await socket.ReceiveAsync(new byte[9], CancellationToken.None);
            }

            public async Task Run(WebSocketManager sockets)
            {
                using var socket = await sockets.AcceptWebSocketAsync();
                await socket.ReceiveAsync(new byte[9], CancellationToken.None);
            }
        }
        """);

    [Fact]
    public Task Writes_the_whole_name_where_it_is_not_imported() => Test.RunAsync(
        """
        using Microsoft.AspNetCore.Http;

        public sealed class Echo(System.Threading.CancellationTokenSource stopping)
        {
            public async System.Threading.Tasks.Task Run(WebSocketManager sockets)
            {
                using var socket = await sockets.AcceptWebSocketAsync();
                await socket.ReceiveAsync(new byte[9], {|UPW0052:stopping.Token|});
            }
        }
        """,
        """
        using Microsoft.AspNetCore.Http;

        public sealed class Echo(System.Threading.CancellationTokenSource stopping)
        {
            public async System.Threading.Tasks.Task Run(WebSocketManager sockets)
            {
                using var socket = await sockets.AcceptWebSocketAsync();
                await socket.ReceiveAsync(new byte[9], System.Threading.CancellationToken.None);
            }
        }
        """);
}
