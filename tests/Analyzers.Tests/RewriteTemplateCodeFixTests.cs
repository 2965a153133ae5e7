using Test = Upwire.Analyzers.Tests.FixTest<Upwire.Generators.Analyzers.RouteTemplateAnalyzer, Upwire.CodeFixes.RewriteTemplateCodeFix>;

namespace Upwire.Analyzers.Tests;

/// <summary>The mends of UPW0001 and UPW0004.</summary>
public sealed class RewriteTemplateCodeFixTests
{
    [Fact]
    public Task Writes_the_parameters_that_were_meant() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/rooms/{|UPW0001::id|}")]
            public string A() => "";

            [HttpGet(@"/rooms/{|UPW0001:(id)|}/a/{|UPW0001:/|}b")]
            public string B() => "";

            [HttpGet("/rooms/{|UPW0001:<id|}")]
            public string C() => "";

            [HttpGet("/files/<_..{|UPW0001:?|}>")]
            public string D() => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/rooms/<{|UPW0002:id|}>")]
            public string A() => "";

            [HttpGet(@"/rooms/<{|UPW0002:id|}>/a/b")]
            public string B() => "";

            [HttpGet("/rooms/<{|UPW0002:id|}>")]
            public string C() => "";

            [HttpGet("/files/<_..>")]
            public string D() => "";
        }
        """);

    [Fact]
    public Task Writes_the_nearest_constraint() => Test.RunAsync(
        """"
        using Upwire;

        [Route("/<floor:{|UPW0004:lnog|}>")]
        public sealed class Rooms
        {
            [HttpGet("""/rooms/<id:{|UPW0004:itn|}>""")]
            public string A(int id, long floor) => "";
        }
        """",
        """"
        using Upwire;

        [Route("/<floor:long>")]
        public sealed class Rooms
        {
            [HttpGet("""/rooms/<id:int>""")]
            public string A(int id, long floor) => "";
        }
        """");

    [Fact]
    public Task Writes_in_the_operands_of_a_sum() => Test.RunAsync(
        """
        using Upwire;

        [Route(Prefix + ("/<floor:{|UPW0004:lnog|}>" + "/a"))]
        public sealed class Rooms
        {
            private const string Prefix = "/rooms";

            [HttpGet("/<id:" + "{|UPW0004:itn|}" + ">" + @"/{|UPW0001:<_|}")]
            public string A(int id, long floor) => "";
        }
        """,
        """
        using Upwire;

        [Route(Prefix + ("/<floor:long>" + "/a"))]
        public sealed class Rooms
        {
            private const string Prefix = "/rooms";

            [HttpGet("/<id:" + "int" + ">" + @"/<_>")]
            public string A(int id, long floor) => "";
        }
        """);

    [Fact]
    public Task Writes_in_the_texts_of_an_interpolated_string() => Test.RunAsync(
        """"
        using Upwire;

        public sealed class Rooms
        {
            private const string Prefix = "/rooms";

            [HttpGet($"{Prefix}/{{id:{|UPW0004:itn|}}}/{|UPW0001:{{_|}")]
            public string A(int id) => "";

            [HttpGet($@"{Prefix}/a""b/{|UPW0001:{{_|}{Prefix}")]
            public string B() => "";

            [HttpGet($"""
                {Prefix}/<id:{|UPW0004:itn|}>
                """)]
            public string C(int id) => "";
        }
        """",
        """"
        using Upwire;

        public sealed class Rooms
        {
            private const string Prefix = "/rooms";

            [HttpGet($"{Prefix}/{{id:int}}/{{_}}")]
            public string A(int id) => "";

            [HttpGet($@"{Prefix}/a""b/{{_}}{Prefix}")]
            public string B() => "";

            [HttpGet($"""
                {Prefix}/<id:int>
                """)]
            public string C(int id) => "";
        }
        """");

    [Fact]
    public Task Writes_a_brace_once_where_holes_have_two() => Test.RunUnmarkedAsync(
        """"
        using Upwire;

        public sealed class Rooms
        {
            private const string Prefix = "/rooms";

            [HttpGet($$"""{{Prefix}}/{_/a""")]
            public string A() => "";
        }
        """",
        """"
        using Upwire;

        public sealed class Rooms
        {
            private const string Prefix = "/rooms";

            [HttpGet($$"""{{Prefix}}/{_}/a""")]
            public string A() => "";
        }
        """",
        "UPW0001",
        "{_");

    [Fact]
    public Task Writes_in_a_raw_literal_of_several_lines() => Test.RunAsync(
        """"
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("""
                /rooms/<id:{|UPW0004:itn|}>/{|UPW0001:<_|}
                """)]
            public string A(int id) => "";
        }
        """",
        """"
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("""
                /rooms/<id:int>/<_>
                """)]
            public string A(int id) => "";
        }
        """");

    [Fact]
    public Task Leaves_escapes_as_they_are() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/\u00e4/{|UPW0001:<\u005f:regex(\\d)|}")]
            public string A() => "";

            [HttpGet("/a/<id:{|UPW0004:\u0069tn|}>")]
            public string B(int id) => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/\u00e4/<\u005f:regex(\\d)>")]
            public string A() => "";

            [HttpGet("/a/<id:int>")]
            public string B(int id) => "";
        }
        """);

    [Fact]
    public Task Offers_nothing_for_what_stands_elsewhere_or_in_several_parts()
    {
        const string Program = """
            using Upwire;

            public sealed class Rooms
            {
                private const string itn = "itn";
                private const string Template = "/<id";

                [HttpGet("/a/<id:" + {|UPW0004:itn|} + ">")]
                public string A(int id) => "";

                [HttpGet($"/b/<id:{|UPW0004:{itn}|}>")]
                public string B(int id) => "";

                [HttpGet($"/c/<id:" + {|UPW0004:nameof(itn)|} + ">")]
                public string C(int id) => "";

                [HttpGet("/d/<id:{|UPW0004:i" + "tn|}>")]
                public string D(int id) => "";

                [HttpGet({|UPW0001:Template|})]
                public string E(int id) => "";

                [HttpGet("/e/{|UPW0001:<i" + "d|}")]
                public string F(int id) => "";
            }
            """;

        return Test.RunAsync(Program, Program);
    }
}
