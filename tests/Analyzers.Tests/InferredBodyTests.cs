using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0022.</summary>
public sealed class InferredBodyTests
{
    [Fact]
    public Task Fires_on_a_class() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public string List(Rooms {|#0:store|}) => "";
        }
        """,
        "UPW0022",
        "The parameter 'store' of the type 'Rooms' could only be a body, which is not assumed of a GET request; add [FromServices] if it is a service, [FromQuery] if the query's keys make it, or [FromBody] if a body is really meant");

    [Fact]
    public Task Fires_on_DELETE() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpDelete("/rooms")]
            public string List(List<int> {|#0:ids|}) => "";
        }
        """,
        "UPW0022",
        "The parameter 'ids' of the type 'List<int>' could only be a body, which is not assumed of a DELETE request; add [FromServices] if it is a service, [FromQuery] if the query's keys make it, or [FromBody] if a body is really meant");

    [Fact]
    public Task Fires_on_WebSocket() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/rooms")]
            public Task Join(Rooms {|#0:store|}, WebSocketConnection socket) => Task.CompletedTask;
        }
        """,
        "UPW0022",
        "The parameter 'store' of the type 'Rooms' could only be a body, which is not assumed of a WebSocket request; add [FromServices] if it is a service, [FromQuery] if the query's keys make it, or [FromBody] if a body is really meant");

    [Fact]
    public Task Fires_once_for_a_method_with_several_attributes() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            [HttpDelete("/rooms")]
            public string List(Rooms {|UPW0022:store|}) => "";
        }
        """);

    [Fact]
    public Task Does_not_fire_with_an_attribute() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public string List([FromServices] Rooms store, [FromBody] List<int> ids) => "";
        }
        """);

    [Fact]
    public Task Does_not_fire_where_a_body_is_usual() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpPost("/a")]
            [HttpPut("/a")]
            [HttpPatch("/a")]
            public string Add(List<int> ids) => "";
        }
        """);
}
