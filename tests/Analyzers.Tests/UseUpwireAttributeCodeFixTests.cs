using Test = Upwire.Analyzers.Tests.FixTest<Upwire.Generators.Analyzers.MvcAttributeAnalyzer, Upwire.CodeFixes.UseUpwireAttributeCodeFix>;

namespace Upwire.Analyzers.Tests;

/// <summary>The mends of UPW0061.</summary>
public sealed class UseUpwireAttributeCodeFixTests
{
    [Fact]
    public Task Puts_ours_there() => Test.RunAsync(
        """
        using Upwire;
        using Mvc = Microsoft.AspNetCore.Mvc;

        [Route("/rooms")]
        public static class Rooms
        {
            [{|UPW0061:Mvc.HttpGet|}("{id}")]
            public static string Get(string id) => "";

            [{|UPW0061:Microsoft.AspNetCore.Mvc.HttpPost|}]
            public static string Post() => "";
        }
        """,
        """
        using Upwire;
        using Mvc = Microsoft.AspNetCore.Mvc;

        [Route("/rooms")]
        public static class Rooms
        {
            [HttpGet("{id}")]
            public static string Get(string id) => "";

            [HttpPost]
            public static string Post() => "";
        }
        """);

    [Fact]
    public Task Takes_the_namespace_with_it() => Test.RunAsync(
        """
        // The rooms.
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Logging;

        [Upwire.Route("/rooms")]
        public static class Rooms
        {
            [{|UPW0061:HttpGet|}("{id}")]
            public static string Get(string id) => "";

            [{|UPW0061:HttpPost|}(template: "new")]
            public static string Post() => "";
        }
        """,
        """
        // The rooms.
        using Microsoft.Extensions.Logging;
        using Upwire;

        [Route("/rooms")]
        public static class Rooms
        {
            [HttpGet("{id}")]
            public static string Get(string id) => "";

            [HttpPost(template: "new")]
            public static string Post() => "";
        }
        """);

    [Fact]
    public Task Takes_the_namespace_with_it_where_it_is_the_only_one() => Test.RunAsync(
        """
        // The rooms.
        using Microsoft.AspNetCore.Mvc;

        [Upwire.Route("/rooms")]
        public static class Rooms
        {
            [{|UPW0061:HttpGet|}("{id}")]
            public static string Get(string id) => "";
        }
        """,
        """
        // The rooms.
        using Upwire;

        [Route("/rooms")]
        public static class Rooms
        {
            [HttpGet("{id}")]
            public static string Get(string id) => "";
        }
        """);

    [Fact]
    public Task Leaves_the_namespace_to_others() => Test.RunAsync(
        """
        using Microsoft.AspNetCore.Mvc;

        [Upwire.Route("/rooms")]
        public static class Rooms
        {
            [{|UPW0061:HttpGet|}("{id}")]
            public static ProblemDetails Get([FromRoute] string id) => new();
        }
        """,
        """
        using Microsoft.AspNetCore.Mvc;

        [Upwire.Route("/rooms")]
        public static class Rooms
        {
            [Upwire.HttpGet("{id}")]
            public static ProblemDetails Get([FromRoute] string id) => new();
        }
        """);

    [Fact]
    public Task Adds_the_using() => Test.RunAsync(
        """
        public static class Rooms
        {
            [Upwire.HttpGet("/a")]
            public static string A() => "";

            [{|UPW0061:Microsoft.AspNetCore.Mvc.HttpGetAttribute|}("/b")]
            public static string B() => "";
        }
        """,
        """
        using Upwire;

        public static class Rooms
        {
            [Upwire.HttpGet("/a")]
            public static string A() => "";

            [HttpGet("/b")]
            public static string B() => "";
        }
        """);

    [Fact]
    public Task Makes_a_name_an_attribute() => Test.RunAsync(
        """
        using Upwire;
        using Mvc = Microsoft.AspNetCore.Mvc;

        [Route("/rooms")]
        public static class Rooms
        {
            /// <summary>Gets one.</summary>
            [{|UPW0061:Mvc.HttpGet|}("{id}", Name = "room")]
            public static string Get(string id) => "";

            [{|UPW0061:Mvc.HttpPost|}(Name = nameof(Post))] public static string Post() => "";

            [{|UPW0061:Mvc.HttpPut|}(Name = null)]
            public static string Put() => "";
        }
        """,
        """
        using Microsoft.AspNetCore.Routing;
        using Upwire;
        using Mvc = Microsoft.AspNetCore.Mvc;

        [Route("/rooms")]
        public static class Rooms
        {
            /// <summary>Gets one.</summary>
            [HttpGet("{id}")]
            [EndpointName("room")]
            public static string Get(string id) => "";

            [HttpPost][EndpointName(nameof(Post))] public static string Post() => "";

            [HttpPut]
            public static string Put() => "";
        }
        """);

    [Fact]
    public Task Leaves_the_order_out() => Test.RunAsync(
        """
        using Upwire;
        using Mvc = Microsoft.AspNetCore.Mvc;

        [{|UPW0061:Mvc.Route|}(template: "/rooms", Order = 1)]
        public static class Rooms
        {
            [HttpGet("/a")]
            public static string A() => "";

            [{|UPW0061:Mvc.HttpGet|}("/b", Order = 2)]
            public static string B() => "";
        }
        """,
        """
        using Upwire;
        using Mvc = Microsoft.AspNetCore.Mvc;

        [Route("/rooms")]
        public static class Rooms
        {
            [HttpGet("/a")]
            public static string A() => "";

            [HttpGet("/b")]
            public static string B() => "";
        }
        """);

    [Fact]
    public Task Leaves_a_file_alone_in_which_nothing_is_of_the_kind_that_is_replaced() => Test.RunAsync(
        [
            (
                """
                using Upwire;

                public static class A
                {
                    [HttpGet("/a")]
                    public static string Get() => "";

                    [{|UPW0061:Microsoft.AspNetCore.Mvc.HttpPut|}("/a")]
                    public static string Put() => "";
                }
                """,
                """
                using Upwire;

                public static class A
                {
                    [HttpGet("/a")]
                    public static string Get() => "";

                    [HttpPut("/a")]
                    public static string Put() => "";
                }
                """
            ),
            (
                """
                using Microsoft.AspNetCore.Mvc;

                public static class B
                {
                    [Upwire.HttpGet("/b")]
                    public static string Get() => "";

                    [{|UPW0061:HttpPut|}("/b", Order = 1)]
                    public static string Put() => "";
                }
                """,
                """
                using Upwire;

                public static class B
                {
                    [HttpGet("/b")]
                    public static string Get() => "";

                    [HttpPut("/b")]
                    public static string Put() => "";
                }
                """
            ),
        ],
        fixAllIterations: 2);

    [Theory]
    [InlineData("[{|UPW0061:Mvc.Route|}(\"/rooms\", Name = \"rooms\")]", "")]
    [InlineData("", "[{|UPW0061:Mvc.Route|}(\"/rooms\")]")]
    [InlineData("", "[{|UPW0061:Mvc.AcceptVerbs|}(\"GET\")]")]
    [InlineData("", "[{|UPW0061:Mvc.HttpPut|}(Name = \"rooms\"), HttpPost]")]
    [InlineData("", "[{|UPW0061:Mvc.HttpPut|}(Name = \"rooms\"), Microsoft.AspNetCore.Routing.EndpointName(\"other\")]")]
    public Task Puts_nothing_there_that_would_say_less(string ofClass, string ofMethod)
    {
        string program = $$"""
            using Upwire;
            using Mvc = Microsoft.AspNetCore.Mvc;

            {{ofClass}}
            public static class Rooms
            {
                [HttpGet("/a")]
                public static string A() => "";

                {{ofMethod}}
                public static string B() => "";
            }
            """;

        return Test.RunAsync(program, program);
    }
}
