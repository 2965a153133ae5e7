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
    public Task Fires_on_what_no_connection_is() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/a")]
            public Task A(WebSocketConnection socket, System.Net.WebSockets.WebSocket {|UPW0020:raw|}) => Task.CompletedTask;

            [WebSocket("/c")]
            public Task C(WebSocketConnection socket, System.IO.Pipelines.PipeReader {|UPW0020:pipe|}) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task Fires_on_what_no_message_is() => Test.RunAsync(
        """
        public sealed record Parts([FromMessage] string {|UPW0020:Text|});

        public sealed class Rooms
        {
            [WebSocket("/a")]
            public void A([FromMessage] Stream {|UPW0020:a|}) { }

            [WebSocket("/b")]
            public void B([FromMessage] IAsyncEnumerable<int> {|UPW0020:b|}) { }

            [WebSocket("/c")]
            public void C([FromMessage] Memory<byte> {|UPW0020:c|}) { }

            [WebSocket("/d")]
            public void D(IAsyncEnumerable<Action> {|UPW0020:d|}) { }

            [WebSocket("/e")]
            public void E([FromMessage] string {|UPW0020:e|} = "e") { }

            [WebSocket("/f")]
            public void F(WebSocketConnection socket, [Microsoft.AspNetCore.Http.AsParameters] Parts parts) { }

            [WebSocket("/g")]
            public void G([FromMessage, FromQuery] string {|UPW0020:g|}) { }
        }
        """);

    [Fact]
    public Task Fires_on_a_BindAsync_of_another_signature() => Test.RunAsync(
        """
        public sealed class Code
        {
            public static ValueTask<string> BindAsync(Microsoft.AspNetCore.Http.HttpContext context) => new("");
        }

        public sealed class Rooms
        {
            [HttpPost("/rooms")]
            public string Get(Code {|#0:code|}) => "";
        }
        """,
        "UPW0020",
        "The parameter 'code' cannot be bound: its BindAsync is not 'public static ValueTask<Code?> BindAsync(HttpContext)', with or without a ParameterInfo after it");

    [Fact]
    public Task Does_not_fire_on_what_binds_itself() => Test.RunAsync(
        """
        public class Root<T>
        {
            public static ValueTask<T?> BindAsync(Microsoft.AspNetCore.Http.HttpContext context) => new(default(T));
        }

        public sealed class Inherited : Root<Inherited>;

        public readonly struct Cursor
        {
            public static ValueTask<Cursor> BindAsync(Microsoft.AspNetCore.Http.HttpContext context, System.Reflection.ParameterInfo parameter) => new(new Cursor());
        }

        public sealed class Explicit : Microsoft.AspNetCore.Http.IBindableFromHttpContext<Explicit>
        {
            static ValueTask<Explicit?> Microsoft.AspNetCore.Http.IBindableFromHttpContext<Explicit>.BindAsync(Microsoft.AspNetCore.Http.HttpContext context, System.Reflection.ParameterInfo parameter) => new((Explicit?)null);
        }

        public sealed record Parts(Cursor Cursor, Explicit? Explicit);

        public sealed class Rooms
        {
            [HttpGet("/a/<inherited>")]
            public string A(Inherited inherited, Cursor cursor, Cursor? other, Explicit? value, Explicit last) => "";

            [HttpGet("/b")]
            public string B([Microsoft.AspNetCore.Http.AsParameters] Parts parts, Cursor cursor = default) => "";
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
