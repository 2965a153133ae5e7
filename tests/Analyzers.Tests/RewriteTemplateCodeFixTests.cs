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
}
