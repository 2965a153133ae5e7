using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0003.</summary>
public sealed class FromRouteTests
{
    [Fact]
    public Task Fires_on_the_parameter() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms/<id>")]
            public string Get(int id, [FromRoute] int {|#0:floor|}) => "";
        }
        """,
        "UPW0003",
        "The parameter 'floor' is to come from the route parameter 'floor', which the template '/rooms/<id>' does not have");

    [Fact]
    public Task Fires_with_the_name_that_was_meant() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms/<id>/<floor>")]
            public string Get(int id, [FromRoute] int {|#0:flor|}) => "";
        }
        """,
        "UPW0003",
        "The parameter 'flor' is to come from the route parameter 'flor', which the template '/rooms/<id>/<floor>' does not have; did you mean 'floor'?");

    [Fact]
    public Task Fires_on_a_name_that_is_not_there() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public string Get([FromRoute(Name = "id")] int {|UPW0003:floor|}) => "";
        }
        """);

    [Fact]
    public Task Does_not_fire_where_the_prefix_has_it() => Test.RunAsync(
        """
        [Route("/<floor>")]
        public sealed class Rooms
        {
            [HttpGet("/<id>")]
            public string Get([FromRoute] int floor, [FromRoute(Name = "ID")] int room) => "";
        }
        """);
}
