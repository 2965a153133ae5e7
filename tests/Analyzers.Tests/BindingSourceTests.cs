namespace Upwire.Analyzers.Tests;

/// <summary>Values come from where the source says, and from nowhere else.</summary>
public sealed class BindingSourceTests
{
    [Fact]
    public async Task A_body_that_may_be_missing_has_its_default()
    {
        string generated = await GeneratedProgram.AssertAllEmittedAsync(
            """
            public sealed class Rooms
            {
                [HttpPost("/a")]
                public string A([FromBody] int size = 4) => "";
            }
            """);

        Assert.Contains("isRequired: false), 4);", generated, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_may_be_missing_has_its_default()
    {
        string generated = await GeneratedProgram.AssertAllEmittedAsync(
            """
            public sealed class Rooms(string title = "none", IServiceProvider? services = null)
            {
                [HttpGet("/a")]
                public string A() => $"{title}{services}";
            }
            """);

        Assert.Contains("GetService<string>(context.RequestServices) ?? \"none\"", generated, StringComparison.Ordinal);
        Assert.Contains("GetService<global::System.IServiceProvider>(context.RequestServices));", generated, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_connections_of_the_application_are_a_service_also_where_a_body_is_inferred()
    {
        string generated = await GeneratedProgram.AssertAllEmittedAsync(
            """
            public sealed class Rooms
            {
                [HttpPost("/a")]
                public Task A(WebSocketConnections connections) => connections.SendAsync("a").AsTask();

                [WebSocket("/a")]
                public Task B(WebSocketConnections connections, [FromMessage] string text) => connections.SendAsync(text).AsTask();
            }
            """);

        Assert.Equal(2, generated.Split("GetRequiredService<global::Upwire.WebSocketConnections>(context.RequestServices)").Length - 1);
    }

    [Fact]
    public async Task The_prefix_of_the_base_class_stands_before_the_template()
    {
        string generated = await GeneratedProgram.AssertAllEmittedAsync(
            """
            [Route("/api")]
            public abstract class Api;

            public sealed class Rooms : Api
            {
                [HttpGet("/rooms")]
                public string A() => "";
            }
            """);

        Assert.Contains("\"/api/rooms\"", generated, StringComparison.Ordinal);
    }
}
