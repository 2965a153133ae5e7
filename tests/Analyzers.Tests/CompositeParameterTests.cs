using TemplateTest = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.RouteTemplateAnalyzer>;
using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0020, UPW0021 and UPW0002 inside what <c>[AsParameters]</c> takes apart.</summary>
public sealed class CompositeParameterTests
{
    [Fact]
    public Task Fires_on_the_part_that_cannot_be_bound() => Test.RunAsync(
        """
        public sealed record Search(string Text, [FromHeader] Rooms {|#0:Where|});

        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public string Get([Microsoft.AspNetCore.Http.AsParameters] Search search) => "";
        }
        """,
        "UPW0020",
        "The parameter 'Where' cannot be bound: 'Rooms' cannot be parsed from a text: it is no string, enum or IParsable<T>, and has no TryParse");

    [Theory]
    [InlineData("Search? {|UPW0020:search|}", "public sealed record Search(int Id);")]
    [InlineData("[FromQuery] Search {|UPW0020:search|}", "public sealed record Search(int Id);")]
    [InlineData("Search {|UPW0020:search|} = null!", "public sealed record Search(int Id);")]
    [InlineData("ISearch {|UPW0020:search|}", "public interface ISearch;")]
    [InlineData("Search {|UPW0020:search|}", "public abstract class Search;")]
    [InlineData("Search {|UPW0020:search|}", "public sealed class Search(int id) { public int Other => id; }")]
    [InlineData("Search {|UPW0020:search|}", "public sealed class Search { private Search() { } }")]
    [InlineData("Search {|UPW0020:search|}", "public sealed class Search { public Search(int id) { } public Search(string id) { } }")]
    [InlineData("Search {|UPW0020:search|}", "public sealed class Search { public required int Id; }")]
    [InlineData("Search search", "public sealed record Search(int Id, [Microsoft.AspNetCore.Http.AsParameters] Search {|UPW0020:Inner|});")]
    public Task Fires_on_what_cannot_be_taken_apart(string parameter, string type) => Test.RunAsync(
        $$"""
        {{type}}

        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public string Get([Microsoft.AspNetCore.Http.AsParameters] {{parameter}}) => "";
        }
        """);

    [Fact]
    public Task Fires_on_a_body_inside_beside_another() => Test.RunAsync(
        """
        public sealed record Command(int Id, Rooms Body);

        public sealed class Rooms
        {
            [HttpPost("/rooms")]
            public string Add([Microsoft.AspNetCore.Http.AsParameters] Command command, Rooms {|UPW0021:other|}) => "";
        }
        """);

    [Fact]
    public Task Fires_on_a_connection_inside() => Test.RunAsync(
        """
        public sealed record Parts(int Id, WebSocketConnection {|UPW0020:Socket|}, CancellationToken {|UPW0020:Stop|});

        public sealed class Rooms
        {
            [WebSocket("/rooms")]
            public Task Join([Microsoft.AspNetCore.Http.AsParameters] Parts parts, WebSocketConnection socket) => Task.CompletedTask;
        }
        """);

    [Fact]
    public Task A_part_takes_what_the_template_names() => TemplateTest.RunAsync(
        """
        public sealed record Search(int Id, [FromRoute(Name = "floor")] int Level);

        public sealed class Rooms
        {
            [HttpGet("/<floor>/rooms/<id>")]
            public string Get([Microsoft.AspNetCore.Http.AsParameters] Search search) => "";

            [HttpGet("/<floor>/rooms/<id>/<{|UPW0002:door|}>")]
            public string At([Microsoft.AspNetCore.Http.AsParameters] Search search) => "";
        }
        """);

    [Fact]
    public Task Does_not_fire_on_records_classes_and_structs() => Test.RunAsync(
        """
        public record struct Place(int Floor, int Door);

        public sealed record Paging(int Size, int Page = 1);

        public class Root
        {
            public required string Name { get; init; }
        }

        public sealed class Search : Root
        {
            public int? Age { get; set; }

            public IServiceProvider Services { get; set; } = null!;

            public string Computed => Name;
        }

        public sealed record All(Place Plain, [Microsoft.AspNetCore.Http.AsParameters] Paging Paging, [Microsoft.AspNetCore.Http.AsParameters] Search Search);

        public sealed class Rooms
        {
            [HttpPost("/rooms")]
            public string Get([Microsoft.AspNetCore.Http.AsParameters] All all, string name) => "";
        }
        """);
}
