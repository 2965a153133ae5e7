using Test = Upwire.Analyzers.Tests.FixTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer, Upwire.CodeFixes.FitTemplateCodeFix>;

namespace Upwire.Analyzers.Tests;

/// <summary>The mends of UPW0003, UPW0005 and UPW0006 in the template.</summary>
public sealed class FitTemplateCodeFixTests
{
    [Fact]
    public Task Adds_what_is_to_come_from_the_path() => Test.RunAsync(
        """"
        using System;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A([FromRoute] int {|UPW0003:id|}) => "";

            [HttpGet(@"/b/")]
            public string B([FromRoute] Guid? {|UPW0003:id|}) => "";

            [HttpGet("""/c/{floor}""")]
            public string C(int floor, [FromRoute(Name = "room-name")] string {|UPW0003:name|}) => "";

            [HttpGet("~/")]
            public string D([FromRoute] byte {|UPW0003:id|} = 1) => "";
        }
        """",
        """"
        using System;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<id:int>")]
            public string A([FromRoute] int id) => "";

            [HttpGet(@"/b/<id:guid?>")]
            public string B([FromRoute] Guid? id) => "";

            [HttpGet("""/c/{floor}/{room-name}""")]
            public string C(int floor, [FromRoute(Name = "room-name")] string name) => "";

            [HttpGet("~/<id?>")]
            public string D([FromRoute] byte id = 1) => "";
        }
        """");

    [Fact]
    public Task Adds_it_where_there_was_no_template() => Test.RunAsync(
        """
        using Upwire;

        [Route("/rooms")]
        public sealed class Rooms
        {
            [HttpGet]
            public string A([FromRoute] int {|UPW0003:id|}) => "";

            [HttpPut()]
            public string B([FromRoute] int {|UPW0003:id|}) => "";

            [HttpPost("")]
            public string C([FromRoute] int {|UPW0003:id|}) => "";

            [WebSocket(MaxFragments = 2)]
            public void D([FromRoute] int {|UPW0003:id|}, WebSocketConnection socket) { }
        }
        """,
        """
        using Upwire;

        [Route("/rooms")]
        public sealed class Rooms
        {
            [HttpGet("/<id:int>")]
            public string A([FromRoute] int id) => "";

            [HttpPut("/<id:int>")]
            public string B([FromRoute] int id) => "";

            [HttpPost("/<id:int>")]
            public string C([FromRoute] int id) => "";

            [WebSocket("/<id:int>", MaxFragments = 2)]
            public void D([FromRoute] int id, WebSocketConnection socket) { }
        }
        """);

    [Fact]
    public Task Adds_it_to_each_template_that_lacks_it() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            [HttpGet("/b/<id>")]
            [HttpMethod("PROPFIND", "/c")]
            public string A([FromRoute] bool {|UPW0003:id|}) => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<id:bool>")]
            [HttpGet("/b/<id>")]
            [HttpMethod("PROPFIND", "/c/<id:bool>")]
            public string A([FromRoute] bool id) => "";
        }
        """);

    [Fact]
    public Task Adds_several_of_which_the_last_may_be_left_out() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<a?>")]
            public string A(int? a, [FromRoute] int? {|UPW0003:b|}, [FromRoute] int? {|UPW0003:c|}) => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<a?>/<b:int?>/<c:int?>")]
            public string A(int? a, [FromRoute] int? b, [FromRoute] int? c) => "";
        }
        """);

    [Fact]
    public Task Adds_what_is_part_of_a_parameter() => Test.RunAsync(
        """
        using Microsoft.AspNetCore.Http;
        using Upwire;

        public sealed record Place([FromRoute] string {|UPW0003:Building|});

        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public string A([AsParameters] Place place) => "";
        }
        """,
        """
        using Microsoft.AspNetCore.Http;
        using Upwire;

        public sealed record Place([FromRoute] string Building);

        public sealed class Rooms
        {
            [HttpGet("/rooms/<Building>")]
            public string A([AsParameters] Place place) => "";
        }
        """);

    [Theory]
    [InlineData("[HttpGet(\"/a/<path..>\")]", "string path, [FromRoute] int {|UPW0003:id|}")]
    [InlineData("[HttpGet(\"/a/<page:int?>\")]", "int? page, [FromRoute] int {|UPW0003:id|}")]
    [InlineData("[HttpGet(\"/a\" + Path)]", "[FromRoute] int {|UPW0003:id|}")]
    [InlineData("[HttpGet($\"/a{Path}\")]", "[FromRoute] int {|UPW0003:id|}")]
    [InlineData("[HttpGet(Path)]", "[FromRoute] int {|UPW0003:id|}")]
    [InlineData("[HttpGet(\"/a\")]", "[FromRoute] int[] {|UPW0003:ids|}")]
    [InlineData("[HttpMethod(\"GET\")]", "[FromRoute] int {|UPW0003:id|}")]
    public Task Adds_nothing_where_it_would_not_fit(string attribute, string parameters)
    {
        string program = $$"""
            using Upwire;

            public sealed class Rooms
            {
                private const string Path = "/a";

                {{attribute}}
                public string A({{parameters}}) => "";
            }
            """;

        return Test.RunAsync(program, program);
    }

    [Fact]
    public Task Writes_the_constraint_of_the_type() => Test.RunAsync(
        """
        using System;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<id:int>")]
            [HttpGet("/b/{id:int:min(1)}")]
            public string A(Guid {|UPW0005:id|}) => "";

            [HttpGet("/c/<id:length(1,3):guid?>/<name:bool?>")]
            public string C(int? {|UPW0005:id|}, decimal? {|UPW0005:name|}) => "";

            [HttpGet("/d/<id:bool:int>")]
            public string D(int {|UPW0005:id|}) => "";
        }
        """,
        """
        using System;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<id:guid>")]
            [HttpGet("/b/{id:guid}")]
            public string A(Guid id) => "";

            [HttpGet("/c/<id:length(1,3):int?>/<name:decimal?>")]
            public string C(int? id, decimal? name) => "";

            [HttpGet("/d/<id:int>")]
            public string D(int id) => "";
        }
        """);

    [Fact]
    public Task Leaves_a_prefix_alone()
    {
        const string Program = """
            using System;
            using Upwire;

            [Route("/<floor:int>")]
            public sealed class Rooms
            {
                [HttpGet("/a")]
                public string A(Guid {|UPW0005:floor|}) => "";
            }
            """;

        return Test.RunAsync(Program, Program);
    }

    [Fact]
    public Task Makes_optional_what_may_be_null() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<id>")]
            [HttpPost("/b/{id:int}")]
            public string A(int? {|UPW0006:id|}) => "";

            [HttpGet("/c/<a>/<b>")]
            public string C(int? {|UPW0006:a|}, int {|UPW0006:b|} = 1) => "";

            [HttpGet("/d/<name>.<extension>")]
            public string D(string name, string? {|UPW0006:extension|}) => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<id?>")]
            [HttpPost("/b/{id:int?}")]
            public string A(int? id) => "";

            [HttpGet("/c/<a?>/<b?>")]
            public string C(int? a, int b = 1) => "";

            [HttpGet("/d/<name>.<extension?>")]
            public string D(string name, string? extension) => "";
        }
        """);

    [Theory]
    [InlineData("/<id>/a")]
    [InlineData("/a-<id>")]
    public Task Makes_nothing_optional_that_no_path_can_leave_out(string template)
    {
        string program = $$"""
            using Upwire;

            public sealed class Rooms
            {
                [HttpGet("{{template}}")]
                public string A(int? {|UPW0006:id|}) => "";
            }
            """;

        return Test.RunAsync(program, program);
    }

    [Fact]
    public Task Makes_required_what_is_never_null() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<id?>")]
            [HttpPost("/b/{id:int?}")]
            public string A(int {|UPW0006:id|}) => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a/<id>")]
            [HttpPost("/b/{id:int}")]
            public string A(int id) => "";
        }
        """);
}
