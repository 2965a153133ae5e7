using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0021.</summary>
public sealed class TwoBodiesTests
{
    [Fact]
    public Task Fires_on_the_second() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpPost("/rooms")]
            public string Add(Rooms room, Rooms {|#0:owner|}) => "";
        }
        """,
        "UPW0021",
        "The parameter 'owner' takes the body, which 'room' takes already; put both into one type, or say with an attribute where 'owner' comes from");

    [Fact]
    public Task Fires_on_a_stream_beside_a_body() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpPost("/rooms")]
            public string Add([FromBody] string room, Stream {|UPW0021:rest|}) => "";
        }
        """);

    [Fact]
    public Task Fires_on_the_third_as_well() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpPost("/rooms")]
            public string Add(Stream a, Stream {|UPW0021:b|}, System.IO.Pipelines.PipeReader {|UPW0021:c|}) => "";
        }
        """);

    [Fact]
    public Task Does_not_fire_on_one_body() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpPost("/rooms")]
            public string Add(Rooms room, [FromServices] Rooms owner, int id) => "";
        }
        """);
}
