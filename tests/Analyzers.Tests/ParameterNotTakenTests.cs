using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.RouteTemplateAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0002.</summary>
public sealed class ParameterNotTakenTests
{
    [Fact]
    public Task Fires_on_the_name_in_the_template() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms/<{|#0:id|}:int>")]
            public string Get() => "";
        }
        """,
        "UPW0002",
        "The template names 'id', but no parameter of 'Get' takes it; add a parameter 'id', or write '<_>' to ignore that part of the path");

    [Fact]
    public Task Fires_with_the_nearest_name() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/users/<{|#0:userid|}>")]
            public string Get(string userId2) => "";
        }
        """,
        "UPW0002",
        "The template names 'userid', but no parameter of 'Get' takes it; did you mean 'userId2'?");

    [Fact]
    public Task Fires_in_the_prefix_for_each_method() => Test.RunAsync(
        """
        [Route("/<{|#0:floor|}>")]
        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A(string floor) => "";

            [HttpGet("/b")]
            public string B() => "";
        }
        """,
        "UPW0002",
        "The template names 'floor', but no parameter of 'B' takes it; add a parameter 'floor', or write '<_>' to ignore that part of the path");

    [Fact]
    public Task Fires_in_the_prefix_of_the_base_class() => Test.RunAsync(
        """
        [Route("/<{|UPW0002:floor|}>")]
        public abstract class Building;

        public sealed class Rooms : Building
        {
            [HttpGet("/b")]
            public string B() => "";
        }
        """);

    [Fact]
    public Task Fires_in_a_verbatim_literal() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet(@"/a""/<{|UPW0002:id|}>")]
            public string Get() => "";
        }
        """);

    [Fact]
    public Task Fires_in_braces_and_catch_alls() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/{{|UPW0002:id|}:int}/{**{|UPW0002:path|}}")]
            public string Get() => "";
        }
        """);

    [Fact]
    public Task Fires_where_the_parameter_comes_from_the_query() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/<{|UPW0002:id|}>")]
            public string Get([FromQuery] int id) => "";
        }
        """);

    [Fact]
    public Task Fires_where_FromRoute_names_another() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/<{|UPW0002:a|}>/<b>")]
            public string Get([FromRoute(Name = "b")] int a) => "";
        }
        """);

    [Fact]
    public Task Does_not_fire_where_the_method_takes_it() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/<id>/<Name>/<path..>")]
            public string Get(int id, string name, string path) => "";
        }
        """);

    [Fact]
    public Task Does_not_fire_where_FromRoute_names_it() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/<room-id>")]
            public string Get([FromRoute(Name = "room-id")] int id) => "";
        }
        """);

    [Fact]
    public Task Fires_where_the_one_who_chooses_takes_something_else_of_the_name() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/rooms/<{|UPW0002:offered|}>", SelectSubProtocol = nameof(Choose))]
            public Task Join(WebSocketConnection socket) => Task.CompletedTask;

            public string? Choose(string[] offered) => null;
        }
        """);

    [Fact]
    public Task Does_not_fire_where_a_method_that_the_handshake_asks_takes_it() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/rooms/<id>/<key>", Verify = nameof(Check), SelectSubProtocol = nameof(Choose))]
            public Task Join(WebSocketConnection socket) => Task.CompletedTask;

            public bool Check([FromRoute(Name = "id")] int room) => true;
            public string? Choose(string key) => null;
        }
        """);

    [Fact]
    public Task Does_not_fire_on_what_is_ignored() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/<_>/<_:int>/a-<_>.<_>/<_..>")]
            public string Get() => "";
        }
        """);
}
