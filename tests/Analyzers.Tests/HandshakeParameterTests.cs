using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>Parameters of the methods that a handshake asks: what holds for those of the handler holds for them.</summary>
public sealed class HandshakeParameterTests
{
    [Fact]
    public Task A_body_is_no_more_assumed_than_of_the_handler() => Test.RunAsync(
        """
        public sealed class Order { public string? Name { get; set; } }

        public sealed class Rooms
        {
            [WebSocket("/rooms", Verify = nameof(Check))]
            [WebSocket("/others", Verify = nameof(Check))]
            public Task Join(WebSocketConnection socket) => Task.CompletedTask;

            public bool Check(Order {|#0:order|}) => true;
        }
        """,
        "UPW0022",
        "The parameter 'order' of the type 'Order' could only be a body, which is not assumed of a WebSocket request; add [FromServices] if it is a service, [FromQuery] if the query's keys make it, or [FromBody] if a body is really meant");

    [Fact]
    public Task What_is_taken_apart_has_no_connection_either() => Test.RunAsync(
        """
        using System.IO;
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Upwire;

        public sealed record Parts(int Id, Stream {|#0:Stream|});

        public sealed class Rooms
        {
            [WebSocket("/rooms", Verify = nameof(Check))]
            public Task Join(WebSocketConnection socket) => Task.CompletedTask;

            public bool Check([AsParameters] Parts parts) => true;
        }
        """,
        "UPW0020",
        "The parameter 'Stream' cannot be bound: there is no connection yet");

    [Fact]
    public Task Each_has_a_source() => Test.RunAsync(
        """
        using System.Threading.Tasks;
        using Microsoft.AspNetCore.Http;
        using Upwire;

        public sealed class Rooms
        {
            [WebSocket("/rooms", Verify = nameof(Check), SelectSubProtocol = nameof(Choose))]
            public Task Join(WebSocketConnection socket) => Task.CompletedTask;

            public bool Check([FromRoute] int {|UPW0003:id|}, IFormFile {|UPW0020:file|}) => true;
            public string? Choose([FromBody] string a, [FromBody] string {|UPW0021:b|}, dynamic {|UPW0020:c|}) => null;
        }
        """);

    [Fact]
    public Task What_is_wrong_with_a_method_of_another_assembly_is_told_where_it_is_named() => Test.RunAsync(
        """
        public sealed class Rooms : System.Collections.ArrayList
        {
            [{|UPW0022:WebSocket("/rooms", Verify = nameof(Contains))|}]
            public Task Join(WebSocketConnection socket) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task A_method_that_cannot_be_asked_is_enough_of_a_fault() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/rooms", Verify = nameof(Check))]
            public Task Join(WebSocketConnection socket) => Task.CompletedTask;

            public bool Check(WebSocketConnection socket, Stream stream) => true;
        }
        """);

    [Fact]
    public Task A_list_of_strings_is_what_the_client_offers_to_the_one_who_chooses_and_to_nobody_else() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/rooms/<offered>", Verify = nameof(Check), SelectSubProtocol = nameof(Choose))]
            public Task Join(string offered, WebSocketConnection socket) => Task.CompletedTask;

            public bool Check(string[] {|UPW0020:offered|}) => true;
            public string? Choose(string[] offered, List<string> {|UPW0022:others|}) => null;
        }
        """);
}
