using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.RouteTableAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0011.</summary>
public sealed class UnreachableRouteTests
{
    [Fact]
    public Task Fires_where_another_endpoint_takes_all_requests() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet("/rooms/<id:minlength(1)>/keys/<key?>")]
            public static string Get(string id, string? key) => "";

            [HttpGet({|#0:"/rooms/<id>/keys"|})]
            public static string Keys(string id) => "";
        }
        """,
        "UPW0011",
        "No request ever reaches 'Rooms.Keys': 'Rooms.Get' (Test0.cs, line 11) goes before it and takes them all");

    [Fact]
    public Task Fires_where_constraints_contradict_each_other() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet({|#0:"/rooms/<id:int:alpha>"|})]
            public static string Get(string id) => "";
        }
        """,
        "UPW0011",
        "No request ever reaches 'Rooms.Get': no text passes both 'alpha' and 'int'");

    [Theory]
    [InlineData("min(5):max(3)")]
    [InlineData("int:min(3000000000)")]
    [InlineData("length(0)")]
    [InlineData("minlength(5):maxlength(3)")]
    [InlineData("bool:maxlength(3)")]
    [InlineData("guid:length(12)")]
    [InlineData("bool:int")]
    [InlineData("file:nonfile")]
    public Task Fires_for(string constraints) => Test.RunAsync(
        $$"""
        public static class Rooms
        {
            [HttpGet({|UPW0011:"/rooms/<id:{{constraints}}>"|})]
            public static string Get(string id) => "";
        }
        """);

    [Theory]
    [InlineData("/<id:int:alpha?>", "string? id")]
    [InlineData("/<id:min(5):max(5)>", "string id")]
    [InlineData("/<id:double:alpha>", "string id")]
    [InlineData("/<id:length(4):bool>", "string id")]
    [InlineData("/<id:int:guid>", "string id")]
    public Task Does_not_fire_for(string template, string parameter) => Test.RunAsync(
        $$"""
        public static class Rooms
        {
            [HttpGet("{{template}}")]
            public static string Get({{parameter}}) => "";
        }
        """);

    [Fact]
    public Task Does_not_fire_where_a_request_is_left() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet("/rooms/<id:minlength(1)>")]
            public static string Get(string id) => "";

            [HttpGet("/rooms/<id?>")]
            public static string All(string? id) => "";

            [HttpPost("/rooms/<id>")]
            public static string Post(string id) => "";

            [HttpGet("/rooms/<path..>")]
            public static string Rest(string path) => "";
        }
        """);
}
