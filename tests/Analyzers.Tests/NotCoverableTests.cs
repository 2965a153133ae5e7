namespace Upwire.Analyzers.Tests;

/// <summary>UPW0041.</summary>
public sealed class NotCoverableTests
{
    [Fact]
    public Task Fires_on_an_anonymous_type() => JsonTest.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public object Get() => {|#0:new { Id = 1 }|};
        }
        """,
        "UPW0041",
        "'<anonymous type: int Id>' is written as JSON, which a native binary cannot: an anonymous type has no name that a JsonSerializerContext could give; make it a record",
        isNative: true);

    [Fact]
    public Task Fires_on_a_private_type() => JsonTest.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/rooms")]
            public async Task Join(WebSocketConnection socket)
            {
                await foreach (var draft in socket.ReadAllJsonAsync<{|#0:List<Draft>|}>())
                {
                }
            }

            private sealed record Draft(string Text);
        }
        """,
        "UPW0041",
        "'List<Draft>' is read as JSON, which a native binary cannot: 'Draft' is private, so that no JsonSerializerContext can name it; make it internal",
        isNative: true);

    [Fact]
    public Task Fires_inside_other_types() => JsonTest.RunAsync(
        """
        using System.Linq;
        using System.Threading.Tasks;
        using Upwire;

        file sealed record Local(int Id);

        public static class Chat
        {
            public static async Task Join(WebSocketConnection socket, int[] ids)
            {
                await socket.SendJsonAsync({|UPW0041:ids.Select(id => new { id }).ToList()|});
                await socket.SendJsonAsync({|UPW0041:new[] { new { Id = 1 } }|});
                await socket.SendJsonAsync<object>({|UPW0041:new { Id = 1 }|});
                await socket.SendJsonAsync({|UPW0041:new Local(1)|});
            }
        }
        """,
        isNative: true);

    [Fact]
    public Task Does_not_fire_unless_the_project_is_published_native() => JsonTest.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public object Get() => new { Id = 1 };
        }
        """);

    [Fact]
    public Task Does_not_fire_where_a_context_inside_the_class_names_it() => JsonTest.RunAsync(
        """
        public sealed partial class Rooms
        {
            [WebSocket("/rooms")]
            public async Task Join(WebSocketConnection socket) => await socket.SendJsonAsync(new Draft(""));

            private sealed record Draft(string Text);

            [JsonSerializable(typeof(Draft))]
            private sealed partial class Json : JsonSerializerContext;
        }
        """,
        isNative: true);
}
