using Test = Upwire.Analyzers.Tests.FixTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer, Upwire.CodeFixes.RouteNameCodeFix>;

namespace Upwire.Analyzers.Tests;

/// <summary>The mends of UPW0003 in the parameter.</summary>
public sealed class RouteNameCodeFixTests
{
    [Fact]
    public Task Renames_the_parameter() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/buildings/<building>/rooms/<room>")]
            public string A([FromRoute] string {|UPW0003:biulding|}, [FromRoute] string {|UPW0003:roam|}) => biulding + roam;

            public string B() => A(biulding: "b", roam: "r");
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/buildings/<building>/rooms/<room>")]
            public string A([FromRoute] string building, [FromRoute] string room) => building + room;

            public string B() => A(building: "b", room: "r");
        }
        """);

    [Fact]
    public Task Corrects_the_name_that_the_attribute_gives() => Test.RunAsync(
        """
        using Upwire;
        using Mvc = Microsoft.AspNetCore.Mvc;

        public sealed class Rooms
        {
            [HttpGet("/buildings/<building>/rooms/<room>")]
            public string A([FromRoute(Name = "bulding")] string {|UPW0003:where|}, [Mvc.FromRoute(Name = "rooms")] string {|UPW0003:room2|}) => "";
        }
        """,
        """
        using Upwire;
        using Mvc = Microsoft.AspNetCore.Mvc;

        public sealed class Rooms
        {
            [HttpGet("/buildings/<building>/rooms/<room>")]
            public string A([FromRoute(Name = "building")] string where, [Mvc.FromRoute(Name = "room")] string room2) => "";
        }
        """);

    [Theory]
    [InlineData("[HttpGet(\"/<building>\")]", "string building, [FromRoute] string {|UPW0003:bulding|}")]
    [InlineData("[HttpGet(\"/<building>\")]", "[FromQuery] string building, [FromRoute] string {|UPW0003:bulding|}")]
    [InlineData("[HttpGet(\"/<building>\")] [HttpGet(\"/b/<bulding>\")]", "[FromRoute] string {|UPW0003:bulding|}")]
    [InlineData("[HttpGet(\"/<building>\")]", "[FromRoute(Name = Name)] string {|UPW0003:bulding|}")]
    [InlineData("[HttpGet(\"/<building-name>\")]", "[FromRoute] string {|UPW0003:buildingname|}")]
    public Task Changes_nothing_where_another_is_meant(string attributes, string parameters)
    {
        string program = $$"""
            using Upwire;

            public sealed class Rooms
            {
                private const string Name = "bulding";

                {{attributes}}
                public string A({{parameters}}) => "";
            }
            """;

        return Test.RunAsync(program, program);
    }
}
