using Test = Upwire.Analyzers.Tests.FixTest<Upwire.Generators.Analyzers.ParameterBindingAnalyzer, Upwire.CodeFixes.AddSourceAttributeCodeFix>;

namespace Upwire.Analyzers.Tests;

/// <summary>The mends of UPW0022.</summary>
public sealed class AddSourceAttributeCodeFixTests
{
    [Fact]
    public Task Adds_FromServices() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A(int id, Rooms {|UPW0022:store|}) => "";

            [HttpDelete("/b")]
            public string B(
                int id,
                Rooms {|UPW0022:store|}) => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A(int id, [FromServices] Rooms store) => "";

            [HttpDelete("/b")]
            public string B(
                int id,
                [FromServices] Rooms store) => "";
        }
        """);

    [Fact]
    public Task Adds_FromQuery() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            public int Floor { get; set; }

            [HttpGet("/a")]
            public string A(Rooms {|UPW0022:filter|}) => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            public int Floor { get; set; }

            [HttpGet("/a")]
            public string A([FromQuery] Rooms filter) => "";
        }
        """,
        action: 1);

    [Fact]
    public Task Adds_FromBody() => Test.RunAsync(
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A(Rooms {|UPW0022:room|}) => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string A([FromBody] Rooms room) => "";
        }
        """,
        action: 2);

    [Fact]
    public Task Adds_the_using() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [Upwire.HttpGet("/a")]
            public string A(Rooms {|UPW0022:room|}) => "";
        }
        """,
        """
        using Upwire;

        public sealed class Rooms
        {
            [Upwire.HttpGet("/a")]
            public string A([FromServices] Rooms room) => "";
        }
        """);
}
