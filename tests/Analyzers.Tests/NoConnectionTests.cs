using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.HandlerAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0033.</summary>
public sealed class NoConnectionTests
{
    [Fact]
    public Task Fires_on_the_method() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/rooms/<id>")]
            public Task {|#0:Join|}(int id, CancellationToken stop) => Task.CompletedTask;
        }
        """,
        "UPW0033",
        "'Join' handles a WebSocket but takes nothing to read from or write to; add a parameter 'WebSocketConnection socket'");

    [Fact]
    public Task Does_not_fire_with_a_shape_of_the_connection() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/a")]
            public Task A(WebSocketConnection socket) => Task.CompletedTask;

            [WebSocket("/b")]
            public Task B(Stream stream) => Task.CompletedTask;

            [WebSocket("/c")]
            public string C([FromMessage] string text) => text;

            [WebSocket("/d")]
            public Task D(IAsyncEnumerable<string> texts) => Task.CompletedTask;

            [WebSocket("/e")]
            public IAsyncEnumerable<string> E() => null!;
        }
        """);

    [Fact]
    public Task Does_not_fire_on_HTTP() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/a")]
            public Task A() => Task.CompletedTask;
        }
        """);
}
