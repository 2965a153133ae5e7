using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0020.</summary>
public sealed class UnbindableParameterTests
{
    [Fact]
    public Task Fires_on_a_type_that_is_not_parsed() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms/<where>")]
            public string Get(Rooms {|#0:where|}) => "";
        }
        """,
        "UPW0020",
        "The parameter 'where' cannot be bound: 'Rooms' cannot be parsed from a text: it is no string, enum or IParsable<T>, and has no TryParse");

    [Fact]
    public Task Fires_on_a_TryParse_of_another_signature() => Test.RunAsync(
        """
        public sealed class Code
        {
            public static Code? TryParse(string text) => null;
        }

        public sealed class Rooms
        {
            [HttpPost("/rooms")]
            public string Get(Code {|#0:code|}) => "";
        }
        """,
        "UPW0020",
        "The parameter 'code' cannot be bound: its TryParse is not 'public static bool TryParse(string, out Code)', with or without an IFormatProvider before the last parameter");

    [Fact]
    public Task Fires_on_a_header_that_is_not_parsed() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public string Get([FromHeader] Rooms {|UPW0020:where|}) => "";
        }
        """);

    [Fact]
    public Task Fires_on_an_array_in_the_path() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms/<ids>")]
            public string Get(int[] {|#0:ids|}) => "";
        }
        """,
        "UPW0020",
        "The parameter 'ids' cannot be bound: a part of the path is one text, which 'int[]' cannot be made of");

    [Fact]
    public Task Fires_on_two_sources() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms/<id>")]
            public string Get([FromRoute, FromHeader] string {|#0:id|}) => "";
        }
        """,
        "UPW0020",
        "The parameter 'id' cannot be bound: several attributes say where it comes from; keep one of them");

    [Fact]
    public Task Fires_on_dynamic() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpPost("/rooms")]
            public string Get([FromBody] dynamic {|UPW0020:body|}) => "";
        }
        """);

    [Fact]
    public Task Fires_on_a_value_type_as_a_service() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public string Get([FromServices] int {|UPW0020:count|}) => "";
        }
        """);

    [Fact]
    public Task Fires_on_an_interface_with_static_abstract_members() => Test.RunAsync(
        """
        public interface ICount
        {
            static abstract int Count { get; }
        }

        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public string Get(ICount {|UPW0020:count|}) => "";
        }
        """);

    [Fact]
    public Task Fires_on_a_connection_of_an_HTTP_request() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public string Get(WebSocketConnection {|UPW0020:socket|}) => "";

            [HttpGet("/raw")]
            public string Raw(System.Net.WebSockets.WebSocket {|UPW0020:socket|}) => "";
        }
        """);

    [Fact]
    public Task Fires_on_shapes_that_are_to_come() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/a")]
            public Task A(WebSocketConnection socket, System.Net.WebSockets.WebSocket {|UPW0020:raw|}) => Task.CompletedTask;

            [WebSocket("/b")]
            public Task B(WebSocketConnection socket, IAsyncEnumerable<string> {|UPW0020:texts|}) => Task.CompletedTask;

            [WebSocket("/c")]
            public Task C(WebSocketConnection socket, System.IO.Pipelines.PipeReader {|UPW0020:pipe|}) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Fires_on_what_is_not_supported_yet() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpPost("/b")]
            public string B(Microsoft.AspNetCore.Http.IFormFile {|UPW0020:file|}) => "";

            [HttpGet("/c")]
            public string C([Microsoft.AspNetCore.Http.AsParameters] Rooms {|UPW0020:rooms|}) => "";
        }
        """);

    [Fact]
    public Task Does_not_fire_on_texts_services_and_the_request() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms/<id>")]
            public string Get(Guid id, DayOfWeek? day, [FromHeader] string? accept, IServiceProvider services, Microsoft.AspNetCore.Http.HttpContext context, CancellationToken stop) => "";

            [WebSocket("/ws/<id>")]
            public Task Join(int id, [FromServices] IAsyncEnumerable<string> texts, WebSocketConnection socket, CancellationToken stop) => Task.CompletedTask;
        }
        """);
}
