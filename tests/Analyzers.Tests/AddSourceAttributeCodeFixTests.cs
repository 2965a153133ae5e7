using Test = Upwire.Analyzers.Tests.FixTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer, Upwire.CodeFixes.AddSourceAttributeCodeFix>;

namespace Upwire.Analyzers.Tests;

/// <summary>The mends of UPW0022 and UPW0020.</summary>
public sealed class AddSourceAttributeCodeFixTests
{
    [Fact]
    public Task Adds_FromServices() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A(int id, Rooms {|UPW0022:store|}) => "";

            [HttpDelete("/b")]
            public string B(
                int id,
                Rooms {|UPW0022:store|}) => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A(int id, [FromServices] Rooms store) => "";

            [HttpDelete("/b")]
            public string B(
                int id,
                [FromServices] Rooms store) => "";
        }
        """);

    [Fact]
    public Task Adds_FromQuery() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            public int Floor { get; set; }

            [HttpGet("/a")]
            public string A(Rooms {|UPW0022:filter|}) => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            public int Floor { get; set; }

            [HttpGet("/a")]
            public string A([FromQuery] Rooms filter) => "";
        }
        """,
        action: 1);

    [Fact]
    public Task Adds_FromBody() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A(Rooms {|UPW0022:room|}) => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A([FromBody] Rooms room) => "";
        }
        """,
        action: 2);

    [Fact]
    public Task Adds_the_using() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [Upwire.HttpGet("/a")]
            public string A(Rooms {|UPW0022:room|}) => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [Upwire.HttpGet("/a")]
            public string A([FromServices] Rooms room) => "";
        }
        """);

    [Fact]
    public Task Writes_the_whole_name_where_MVC_has_the_short_one() => Test.RunAsync(
        """
        using Microsoft.AspNetCore.Mvc;

        public sealed class Rooms
        {
            [Upwire.HttpGet("/a")]
            public string A(Rooms {|UPW0022:store|}, [FromQuery] int page) => "";
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        public sealed class Rooms
        {
            [Upwire.HttpGet("/a")]
            public string A([Upwire.FromServices] Rooms store, [FromQuery] int page) => "";
        }
        """);

    [Theory]
    [InlineData(0, "FromQuery")]
    [InlineData(1, "FromBody")]
    [InlineData(2, "FromForm")]
    [InlineData(3, "FromServices")]
    public Task Adds_what_would_bind_a_type_whose_TryParse_is_none(int action, string source) => Test.RunAsync(
        Codes("HttpPost", "Code {|UPW0020:a|}", "Code {|UPW0020:b|}"),
        Codes("HttpPost", $"[{source}] Code a", $"[{source}] Code b"),
        action);

    [Theory]
    [InlineData(0, "FromQuery")]
    [InlineData(1, "FromServices")]
    public Task Adds_no_body_where_none_is_expected(int action, string source) => Test.RunAsync(
        Codes("HttpGet", "Code {|UPW0020:a|}", "Code {|UPW0020:b|}"),
        Codes("HttpGet", $"[{source}] Code a", $"[{source}] Code b"),
        action);

    [Fact]
    public Task Adds_FromMessage_to_a_WebSocket() => Test.RunAsync(
        """
        using Upwire;

        public sealed record Code(int Value)
        {
            public static Code? TryParse(string text) => null;
        }

        public sealed class Rooms
        {
            [WebSocket("/a")]
            public void A(Code {|UPW0020:code|}, WebSocketConnection socket) { }
        }
        """,
        """
        using Upwire;

        public sealed record Code(int Value)
        {
            public static Code? TryParse(string text) => null;
        }

        public sealed class Rooms
        {
            [WebSocket("/a")]
            public void A([FromMessage] Code code, WebSocketConnection socket) { }
        }
        """,
        action: 2);

    [Fact]
    public Task Adds_what_would_bind_a_part_of_a_parameter() => Test.RunAsync(
        """
        using System;
        using Microsoft.AspNetCore.Http;
        using Upwire;

        public sealed record Parts(Func<int> {|UPW0020:Count|});

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A([AsParameters] Parts parts) => "";
        }
        """,
        """
        using System;
        using Microsoft.AspNetCore.Http;
        using Upwire;

        public sealed record Parts([FromServices] Func<int> Count);

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A([AsParameters] Parts parts) => "";
        }
        """);

    [Fact]
    public Task Replaces_what_does_not_bind() => Test.RunAsync(
        """
        using Upwire;
        using Mvc = Microsoft.AspNetCore.Mvc;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A([FromServices] int {|UPW0020:page|}) => "";

            [HttpGet("/b")]
            public string B([Mvc.FromServices] int {|UPW0020:page|}) => "";
        }
        """,
        """
        using Upwire;
        using Mvc = Microsoft.AspNetCore.Mvc;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A([FromQuery] int page) => "";

            [HttpGet("/b")]
            public string B([FromQuery] int page) => "";
        }
        """);

    [Theory]
    [InlineData("/<id>", "[FromRoute]")]
    [InlineData("", "[FromHeader(Name = \"x\")]")]
    public Task Keeps_one_of_several(string template, string kept) => Test.RunAsync(
        Several(template, "[FromRoute, FromHeader(Name = \"x\")] string {|UPW0020:id|}", "[FromRoute]\n        [FromHeader(Name = \"x\")] string {|UPW0020:id|}"),
        Several(template, kept + " string id", kept + (kept == "[FromRoute]" ? "\n        string id" : " string id")));

    [Theory]
    [InlineData("[HttpGet(\"/<where>\")]", "Rooms {|UPW0020:where|}")]
    [InlineData("[HttpGet(\"/\")]", "dynamic {|UPW0020:value|}")]
    [InlineData("[HttpGet(\"/\")]", "WebSocketConnection {|UPW0020:socket|}")]
    [InlineData("[HttpGet(\"/\")]", "[FromHeader(Name = \"x\")] Rooms {|UPW0020:where|}")]
    public Task Adds_nothing_that_would_not_bind(string attribute, string parameter)
    {
        string program = $$"""
            using Upwire;

            public sealed class Rooms
            {
                {{attribute}}
                public string A({{parameter}}) => "";
            }
            """;

        return Test.RunAsync(program, program);
    }

    private static string Several(string template, string first, string second) =>
        $$"""
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a{{template}}")]
            public string A({{first}}) => "";

            [HttpGet("/b{{template}}")]
            public string B(
                {{second}}) => "";
        }
        """;

    private static string Codes(string verb, string first, string second) =>
        $$"""
        using Upwire;

        public sealed class Code
        {
            public int Value { get; set; }

            public static Code? TryParse(string text) => null;
        }

        public sealed class Rooms
        {
            [{{verb}}("/a")]
            public string A({{first}}) => "";

            [{{verb}}("/b")]
            public string B(
                {{second}}) => "";
        }
        """;
}
