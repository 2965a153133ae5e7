using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0024.</summary>
public sealed class DefaultInPlaceOfNullTests
{
    [Fact]
    public Task Fires_on_the_parameter() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet("/rooms")]
            public static string List(int {|#0:page|} = default, [FromHeader(Name = "since")] DateTime {|UPW0024:from|} = default(DateTime)) => "";
        }
        """,
        "UPW0024",
        "A request without 'page' gives the parameter 'page' the value 0, which cannot be told from one that was sent; make it 'int?', or write the value if it is meant");

    [Fact]
    public Task Fires_on_a_value_that_cannot_be_written() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet("/rooms")]
            public static string List(Guid {|#0:id|} = default) => "";
        }
        """,
        "UPW0024",
        "A request without 'id' gives the parameter 'id' the value 'default(Guid)', which cannot be told from one that was sent; make it 'Guid?'");

    [Fact]
    public Task Does_not_fire_on_what_is_meant() => Test.RunAsync(
        """
        public static class Rooms
        {
            [HttpGet("/rooms/<floor?>")]
            public static string List(int floor = default, int page = 0, int? size = default, bool all = default, string? name = default, CancellationToken stop = default) => "";
        }
        """);
}
