using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0006.</summary>
public sealed class OptionalParameterTests
{
    [Fact]
    public Task Fires_where_only_the_template_may_lack_it() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet("/rooms/<id?>")]
            public static string Get(int {|#0:id|}) => "";
        }
        """,
        "UPW0006",
        "The parameter 'id' is left out where the path ends before '<id?>', but is never null; make it 'int?', or give it a default");

    [Fact]
    public Task Fires_where_only_the_method_may_lack_it() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet("/rooms/<id>")]
            public static string Get(int? {|#0:id|}) => "";

            [HttpGet("/halls/<id>")]
            public static string Hall(int {|UPW0006:id|} = 1) => "";

            [HttpGet("/floors/<name>")]
            public static string Floor([FromRoute] string? {|UPW0006:name|}) => "";
        }
        """,
        "UPW0006",
        "The parameter 'id' may be left out, but the template always has '<id>'; write '<id?>', or let it be required");

    [Fact]
    public Task Fires_for_a_part_of_a_parameter() => Test.RunAsync(
        """
        using Microsoft.AspNetCore.Http;
        using Upwire;

        public sealed record Key(int {|UPW0006:Id|});

        public static class Rooms
        {
            [HttpGet("/rooms/<id?>")]
            public static string Get([AsParameters] Key key) => "";
        }
        """);

    [Fact]
    public Task Does_not_fire_where_both_agree() => Test.RunAsync(
        """
        using Microsoft.AspNetCore.Http;
        using Upwire;

        public sealed record Key(int? Id);

        public static class Rooms
        {
            [HttpGet("/a/<id?>")]
            public static string A(int? id) => "";

            [HttpGet("/b/<id?>")]
            public static string B(int id = 1) => "";

            [HttpGet("/c/<page=1>")]
            public static string C(int page) => "";

            [HttpGet("/d/<page=1>")]
            public static string D(int? page) => "";

            [HttpGet("/e/<path..>")]
            public static string E(string path) => "";

            [HttpGet("/f/<path..>")]
            public static string F(string? path) => "";

            [HttpGet("/g")]
            [HttpGet("/g/<id>")]
            public static string G(int? id) => "";

            [HttpGet("/h/<id>")]
            public static string H([AsParameters] Key key) => "";

        #nullable disable
            [HttpGet("/i/<id>")]
            [HttpPut("/i/<id?>")]
            public static string I(string id) => "";
        }
        """);
}
