using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.RouteTemplateAnalyzer>;

namespace Upwire.Analyzers.Tests;

public sealed class ParameterNotTakenTests
{
    [Fact]
    public Task Fires_on_the_name_in_the_template() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms/<{|#0:id|}>")]
            public string Get() => "";
        }
        """,
        "UPW0002",
        "The template names 'id', but no parameter of 'Get' takes it; add a parameter 'id', or write '<_>' to ignore that part of the path");
}
