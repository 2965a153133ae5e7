using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.RouteTableAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0012.</summary>
public sealed class DuplicateNameTests
{
    [Fact]
    public Task Fires_on_each_name() => Test.RunAsync(
        """
        using Microsoft.AspNetCore.Routing;
        using Upwire;

        public static class Rooms
        {
            [HttpGet("/rooms/<id>")]
            [EndpointName({|#0:"room"|})]
            public static string Get(string id) => "";

            [HttpPut("/rooms/<id>")]
            [EndpointName({|UPW0012:"room"|})]
            public static void Put(string id) { }
        }
        """,
        "UPW0012",
        "The endpoint 'Rooms.Get' has the name 'room', which 'Rooms.Put' (Test0.cs, line 12) has as well; ASP.NET Core answers no request at all where a name stands for two");

    [Fact]
    public Task Fires_for_two_attributes_of_one_method() => Test.RunAsync(
        """
        using Microsoft.AspNetCore.Routing;
        using Upwire;

        public static class Rooms
        {
            [HttpGet("/a")]
            [HttpGet("/b")]
            [EndpointName({|#0:"room"|})]
            public static string Get() => "";
        }
        """,
        "UPW0012",
        "The endpoint 'Rooms.Get' has the name 'room', which another attribute of the same method has as well; ASP.NET Core answers no request at all where a name stands for two");

    [Fact]
    public Task Does_not_fire_for_names_of_their_own() => Test.RunAsync(
        """
        using Microsoft.AspNetCore.Routing;
        using Upwire;

        public static class Rooms
        {
            [HttpGet("/rooms/<id>")]
            [EndpointName("room")]
            public static string Get(string id) => "";

            [HttpPut("/rooms/<id>")]
            [EndpointName("Room")]
            public static void Put(string id) { }

            [HttpDelete("/rooms/<id>")]
            public static void Delete(string id) { }
        }
        """);
}
