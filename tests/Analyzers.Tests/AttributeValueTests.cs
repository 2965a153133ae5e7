using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.AttributeValueAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0035.</summary>
public sealed class AttributeValueTests
{
    [Fact]
    public Task Fires_on_a_method_that_is_no_token() => Test.RunAsync(
        """
        public sealed class Files
        {
            [HttpMethod({|#0:"PROP FIND"|}, "/files")]
            public string Find() => "";
        }
        """,
        "UPW0035",
        "The value 'PROP FIND' of [HttpMethod] cannot be used: it has the character ' ', which no method's name has");

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"*\"")]
    [InlineData("\"GET\\0\"")]
    [InlineData("\"\\0\"")]
    [InlineData("\"GÈT\"")]
    [InlineData("\"GET,POST\"")]
    [InlineData("\"a\\\"b\"")]
    [InlineData("null!")]
    public Task Fires_on_each(string method) => Test.RunAsync(
        $$"""
        public sealed class Files
        {
            [HttpMethod(template: "/files", method: {|UPW0035:{{method}}|})]
            public string Find() => "";
        }
        """);

    [Theory]
    [InlineData("PROPFIND")]
    [InlineData("get")]
    [InlineData("M-SEARCH")]
    [InlineData("!#$%&'*+-.^_`|~09azAZ")]
    public Task Does_not_fire_on_a_token(string method) => Test.RunAsync(
        $$"""
        public sealed class Files
        {
            [HttpMethod("{{method}}", "/files")]
            public string Find() => "";
        }
        """);
}
