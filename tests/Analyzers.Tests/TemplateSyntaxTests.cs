using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators.Analyzers;
using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.RouteTemplateAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0001.</summary>
public sealed class TemplateSyntaxTests
{
    [Fact]
    public Task Fires_on_what_is_not_closed() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms/{|#0:<id|}")]
            public string Get() => "";
        }
        """,
        "UPW0001",
        "The template '/rooms/<id' cannot be read: '<id' is not closed; did you mean '<id>'?");

    [Theory]
    [InlineData("[controller]")]
    [InlineData("[Action]")]
    [InlineData("[area]")]
    public Task Fires_on_a_token_of_MVC(string token) => Test.RunAsync(
        $$"""
        [Route("/api/{|#0:{{token}}|}")]
        public sealed class Rooms
        {
            [HttpGet("/all")]
            public string Get() => "";
        }
        """,
        "UPW0001",
        $"The template '/api/{token}/all' cannot be read: '{token}' is a token of MVC, which nobody replaces here; write the name itself");

    [Fact]
    public Task Fires_in_a_regular_literal() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/a{|UPW0001:>|}/b")]
            public string Get() => "";
        }
        """);

    [Fact]
    public Task Fires_in_a_regular_literal_with_escapes() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/\u00e4\x41/\t{|UPW0001:>|}")]
            public string Get() => "";
        }
        """);

    [Fact]
    public Task Fires_on_an_escape() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/a/{|UPW0001:\u003e|}b")]
            public string Get() => "";
        }
        """);

    [Fact]
    public Task Fires_in_a_verbatim_literal() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet(@"/a""b/{|UPW0001:>|}")]
            public string Get() => "";
        }
        """);

    [Fact]
    public Task Fires_on_the_whole_of_a_constant() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            private const string Template = "/a>";

            [HttpGet({|UPW0001:Template|})]
            public string Get() => "";
        }
        """);

    [Fact]
    public Task Fires_in_a_sum() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            private const string Prefix = "/rooms";
            private const string Broken = "<id";

            [HttpGet("/a" + "{|UPW0001:>|}")]
            public string A() => "";

            [HttpGet(Prefix + ("/b/" + @"{|UPW0001:<id|}"))]
            public string B() => "";

            [HttpGet(Prefix + "/c/" + {|UPW0001:Broken|})]
            public string C() => "";

            [HttpGet(Prefix + "/d/{|UPW0001:<i" + "d|}")]
            public string D() => "";
        }
        """);

    [Fact]
    public Task Fires_in_an_interpolated_string() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            private const string Prefix = "/rooms";
            private const string Broken = "<id";

            [HttpGet($"{Prefix}/a{|UPW0001:>|}")]
            public string A() => "";

            [HttpGet($"{Prefix}/b/{{{{}}}}/{|UPW0001:{{id|}")]
            public string B() => "";

            [HttpGet($"{Prefix}/c/{|UPW0001:{Broken}|}")]
            public string C() => "";
        }
        """);

    [Fact]
    public Task Fires_in_a_raw_literal_of_several_lines() => Test.RunAsync(
        """"
        public sealed class Rooms
        {
            [HttpGet("""
                /rooms
                /{|UPW0001:<id
                  |}/all
                """)]
            public string Get() => "";
        }
        """");

    [Fact]
    public Task Fires_in_a_prefix_that_is_put_together() => Test.RunAsync(
        """
        public static class Names
        {
            public const string Version = "v1";
            public const string Broken = ":id";
        }

        [Route($"{Names.Version}/a{|UPW0001:>|}/" + ({|UPW0001:Names.Broken|}))]
        public sealed class Rooms
        {
            [HttpGet(Names.Version + "/{|UPW0001::id|}")]
            public string Get() => "";
        }
        """);

    [Fact]
    public Task Fires_on_a_named_argument() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet(template: "/a{|UPW0001:>|}")]
            public string Get() => "";
        }
        """);

    [Theory]
    [InlineData("""[HttpMethod("PROPFIND", "/a{|UPW0001:>|}")]""")]
    [InlineData("""[HttpMethod(template: "/a{|UPW0001:>|}", method: "PROPFIND")]""")]
    public Task Fires_in_a_template_behind_a_method(string attribute) => Test.RunAsync(
        $$"""
        public sealed class Rooms
        {
            {{attribute}}
            public string Get() => "";
        }
        """);

    [Fact]
    public Task Fires_in_a_template_that_stands_alone() => Test.RunAsync(
        """
        [Route("/prefix")]
        public sealed class Rooms
        {
            [HttpGet("~/a{|UPW0001:>|}")]
            public string Get() => "";
        }
        """);

    [Fact]
    public Task Fires_once_in_the_prefix_of_several_endpoints() => Test.RunAsync(
        """
        [Route("rooms/{|UPW0001:>|}/")]
        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A() => "";

            [HttpGet("/b")]
            public string B() => "";
        }
        """);

    [Fact]
    public Task Fires_once_for_one_template_of_each_attribute() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/{|UPW0001::id|}")]
            [HttpPost("/{|UPW0001:[id]|}")]
            public string Get() => "";
        }
        """);

    [Fact]
    public async Task Fires_on_the_class_for_the_prefix_of_a_referenced_project()
    {
        var project = TestProgram.Compile("Base", """[Upwire.Route("/a>")] public abstract class Base;""");
        var program = TestProgram.Compile("Program", """public sealed class Rooms : Base { [Upwire.HttpGet("/b")] public string Get() => ""; }""")
            .AddReferences(project.ToMetadataReference());

        var found = Assert.Single(await program.WithAnalyzers([new RouteTemplateAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));

        Assert.Equal(("UPW0001", "Rooms"), (found.Id, found.Location.SourceTree?.ToString().Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length)));
    }

    [Fact]
    public Task Does_not_fire_on_what_can_be_read() => Test.RunAsync(
        """
        [Route("/rooms")]
        public sealed class Rooms
        {
            [HttpGet]
            [HttpGet("/<id:int>")]
            [HttpGet("~/{id:int:min(1)}/all")]
            [HttpGet(@"/a""b/<id>.<_?>")]
            public string Get(int? id) => "";
        }
        """);

    [Fact]
    public Task Does_not_fire_on_other_attributes() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [Obsolete("/<id")]
            [HttpGet("/rooms")]
            public string Get() => "";
        }
        """);
}
