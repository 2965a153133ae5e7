using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0023.</summary>
public sealed class MessagesNotTakenTests
{
    [Fact]
    public Task Fires_on_an_HTTP_request() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpPost("/rooms")]
            public string Add([FromMessage] string {|#0:text|}) => text;
        }
        """,
        "UPW0023",
        "The parameter 'text' cannot take messages: an HTTP request has none; use [WebSocket], or [FromBody] for the body of the request");

    [Fact]
    public Task Fires_on_the_second_of_two() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/rooms")]
            public void Join([FromMessage] string text, [FromMessage] byte[] {|#0:data|}) { }
        }
        """,
        "UPW0023",
        "The parameter 'data' cannot take messages: 'text' takes them already, and each message is for one; keep one of them");

    [Fact]
    public Task Fires_on_two_shapes() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/a")]
            public Task A(Stream stream, IAsyncEnumerable<string> {|UPW0023:texts|}) => Task.CompletedTask;

            [WebSocket("/b")]
            public Task B([FromMessage] string text, Stream {|UPW0023:stream|}) => Task.CompletedTask;

            [WebSocket("/c")]
            public Task C(IAsyncEnumerable<string> texts, [FromMessage] string {|UPW0023:text|}) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Does_not_fire_on_one_beside_the_connection() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/a/<id>")]
            public Task A(int id, [FromMessage] string text, WebSocketConnection socket, CancellationToken stop) => Task.CompletedTask;

            [WebSocket("/b")]
            public Task B(WebSocketConnection socket, IAsyncEnumerable<string> texts) => Task.CompletedTask;

            [WebSocket("/c")]
            public Task C(Stream stream, [FromServices] IAsyncEnumerable<string> texts) => Task.CompletedTask;
        }
        """);
}
