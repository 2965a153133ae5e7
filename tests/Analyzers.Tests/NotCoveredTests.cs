using Microsoft.CodeAnalysis.Diagnostics;
using Upwire.Generators.Analyzers;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0040.</summary>
public sealed class NotCoveredTests
{
    [Fact]
    public Task Fires_on_a_result() => JsonTest.RunAsync(
        """
        public sealed record Room(int Id);

        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public async Task<{|#0:Room|}?> Get() => null;
        }
        """,
        "UPW0040",
        "'Room' is written as JSON, but no JsonSerializerContext covers it, so that a native binary cannot; declare one with [JsonSerializable(typeof(Room))] and register it");

    [Fact]
    public Task Fires_as_an_error_where_the_project_is_published_native() => JsonTest.RunAsync(
        """
        public sealed record Room(int Id);

        public sealed class Rooms
        {
            [HttpPost("/rooms")]
            public void Post({|#0:Room[]|} rooms) { }
        }

        [JsonSerializable(typeof(List<Room>))]
        public partial class RoomsJson : JsonSerializerContext;
        """,
        "UPW0040",
        "'Room[]' is read as JSON, but no JsonSerializerContext covers it, so that a native binary cannot; add [JsonSerializable(typeof(Room[]))] to 'RoomsJson'",
        isNative: true);

    [Fact]
    public Task Fires_with_the_contexts_to_choose_from() => JsonTest.RunAsync(
        """
        public sealed record Room(int Id);
        public sealed record Seat(int Id);

        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public IAsyncEnumerable<{|#0:Room|}>? Get() => null;
        }

        [JsonSerializable(typeof(Seat))]
        internal partial class B : JsonSerializerContext;

        [JsonSerializable(typeof(Seat))]
        public partial class A : JsonSerializerContext;
        """,
        "UPW0040",
        "'Room' is written as JSON, but no JsonSerializerContext covers it, so that a native binary cannot; add [JsonSerializable(typeof(Room))] to 'A' or 'B'");

    [Fact]
    public Task Fires_on_bodies_and_on_parts_of_what_is_taken_apart() => JsonTest.RunAsync(
        """
        public sealed record Room(int Id);
        public struct Point { public int X { get; set; } }
        public sealed record Search(int Page, [FromBody] {|UPW0040:Room|} Room);
        public sealed class Settable { [FromBody] public {|UPW0040:Room|}? Room { get; set; } }

        public sealed class Rooms
        {
            [HttpPost("/a")]
            public void A({|UPW0040:Room|}? room, int id) { }

            [HttpGet("/b")]
            public void B([AsParameters] Search search) { }

            [HttpDelete("/c")]
            public void C([AsParameters] Settable settable) { }

            [HttpPost("/d")]
            public void D({|UPW0040:Point?|} point) { }

            [HttpPost("/e")]
            public void E(Point point) { }
        }

        [JsonSerializable(typeof(Point))]
        public partial class Json : JsonSerializerContext;
        """);

    [Fact]
    public Task Fires_inside_typed_results_and_sequences() => JsonTest.RunAsync(
        """
        public sealed record Room(int Id);

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public Ok<{|UPW0040:Room|}> A() => null!;

            [HttpGet("/b")]
            public Task<Results<Created<{|UPW0040:Room|}>, NotFound, BadRequest<string>, JsonHttpResult<{|UPW0040:List<Room?>|}>>> B() => null!;

            [HttpGet("/c")]
            public IAsyncEnumerable<SseItem<{|UPW0040:Room|}?>> C() => null!;

            [HttpGet("/d")]
            public ServerSentEventsResult<{|UPW0040:Room|}> D() => null!;

            [HttpGet("/e")]
            public System.Collections.Generic.IAsyncEnumerable<{|UPW0040:DateOnly?|}> E() => null!;

            [HttpGet("/f")]
            public {|UPW0040:IReadOnlyList<Room>|} F() => [];

            [HttpGet("/g")]
            public {|UPW0040:(int A, Room B)|} G() => default;

            [HttpGet("/h")]
            public global::System.Threading.Tasks.ValueTask<{|UPW0040:int[]|}?> H() => default;
        }
        """);

    [Fact]
    public Task Fires_on_messages_and_replies() => JsonTest.RunAsync(
        """
        public sealed record Draft(string Text);
        public sealed record Message(string Text);

        public sealed class Chat
        {
            [WebSocket("/a")]
            public {|UPW0040:Message|}? A([FromMessage] {|UPW0040:Draft|} draft) => null;

            [WebSocket("/b")]
            public IAsyncEnumerable<{|UPW0040:Message|}> B(IAsyncEnumerable<{|UPW0040:Draft|}> drafts, CancellationToken stop) => null!;

            [WebSocket("/c")]
            public string C([FromMessage] ReadOnlyMemory<byte> bytes) => "";
        }
        """);

    [Fact]
    public Task Fires_on_calls_of_connections() => JsonTest.RunAsync(
        """
        public sealed record Draft(string Text);
        public record Message(string Text);
        public sealed record Late(string Text) : Message(Text);

        public static class Chat
        {
            public static async Task Join(WebSocketConnection socket, Message message, object unknown)
            {
                await foreach (var draft in socket.ReadAllJsonAsync<{|UPW0040:Draft|}>())
                {
                    await socket.SendJsonAsync({|UPW0040:draft|});
                    await socket.SendJsonAsync<{|UPW0040:Message|}>(new Late(""));
                    await socket.SendJsonAsync<object>({|UPW0040:draft|});
                    await socket.SendJsonAsync<object>(message);
                    await socket.SendJsonAsync(unknown);
                    await socket.SendJsonAsync("text");
                }
            }

            public static ValueTask Send<T>(WebSocketConnection socket, T value, List<T> values) =>
                values.Count > 0 ? socket.SendJsonAsync(values) : socket.SendJsonAsync(value);
        }
        """);

    [Fact]
    public Task Fires_on_calls_of_groups_and_of_all_connections() => JsonTest.RunAsync(
        """
        public sealed record Draft(string Text);
        public sealed record Message(string Text);

        public sealed class Chat(WebSocketConnections connections)
        {
            public async Task Send(Draft draft, WebSocketGroup group, WebSocketRecipients others)
            {
                await connections.SendJsonAsync({|UPW0040:draft|});
                await group.SendJsonAsync<{|UPW0040:Draft|}>(draft);
                await others.SendJsonAsync<object>({|UPW0040:draft|});
                await connections.SendJsonAsync(new Message(""));
            }
        }

        [JsonSerializable(typeof(Message))]
        internal sealed partial class ChatJson : JsonSerializerContext;
        """);

    [Fact]
    public async Task Fires_at_the_attribute_for_a_method_of_a_referenced_project()
    {
        var project = TestProgram.Compile("Base", "public sealed record Ticket(int Id); public abstract class Base { public bool Check([Upwire.FromBody] Ticket ticket) => true; }");
        var program = TestProgram.Compile(
            "Program",
            """public sealed class Rooms : Base { [Upwire.WebSocket("/a", Verify = nameof(Check))] public void Join(Upwire.WebSocketConnection socket) { } }""")
            .AddReferences(project.ToMetadataReference());

        var found = Assert.Single(await program.WithAnalyzers([new JsonAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));

        Assert.Equal("UPW0040", found.Id);
        Assert.StartsWith("Upwire.WebSocket(", found.Location.SourceTree!.ToString()[found.Location.SourceSpan.Start..], StringComparison.Ordinal);
    }

    [Fact]
    public Task Fires_on_what_is_returned_as_object() => JsonTest.RunAsync(
        """
        public record Room(int Id);
        public sealed record Suite(int Id) : Room(Id);
        public sealed record Seat(int Id);

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public object A(bool all) => all ? {|UPW0040:new Seat(1)|} : "none";

            [HttpGet("/b")]
            public async Task<object?> B(int id)
            {
                Func<object> other = () => new Seat(3);
                await Task.Yield();
                return id switch
                {
                    0 => TypedResults.NotFound(),
                    1 => {|UPW0040:5L|},
                    2 => new Suite(1),
                    3 => other(),
                    4 => new byte[1],
                    _ => null,
                } ?? other();
            }

            public object C() => new Seat(1);
        }

        [JsonSerializable(typeof(Room))]
        public partial class Json : JsonSerializerContext;
        """);

    [Fact]
    public Task Does_not_fire_on_what_is_covered() => JsonTest.RunAsync(
        """
        public sealed record Seat(int Id);
        public sealed record Room(int Id, List<Seat> Seats, DateOnly? Day);

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public Room? A() => null;

            [HttpGet("/b")]
            public IAsyncEnumerable<Seat> B() => null!;

            [HttpPost("/c")]
            public Results<Ok<List<Seat>>, NotFound> C(Seat? seat) => TypedResults.NotFound();

            [HttpGet("/d")]
            public DateOnly? D() => null;

            [HttpGet("/e")]
            public (int Id, Seat Seat) E() => default;

            [HttpGet("/f")]
            public List<dynamic> F() => [];
        }

        [JsonSerializable(typeof(Room))]
        [JsonSerializable(typeof((int, Seat)))]
        [JsonSerializable(typeof(List<object>))]
        public partial class Json : JsonSerializerContext;
        """,
        isNative: true);

    [Fact]
    public Task Does_not_fire_on_what_needs_no_contract() => JsonTest.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/a")]
            public string? A(string[] tags, Guid id) => null;

            [HttpGet("/b")]
            public byte[] B() => [];

            [HttpGet("/c")]
            public Stream C() => Stream.Null;

            [HttpGet("/d")]
            public IAsyncEnumerable<SseItem<string?>> D() => null!;

            [HttpGet("/e")]
            public Results<NotFound, ProblemHttpResult, ServerSentEventsResult<string>> E() => TypedResults.NotFound();

            [HttpGet("/f")]
            public object F(HttpContext context) => context.Request.Path.Value ?? "";

            [HttpPost("/g")]
            public int G([FromForm] Dictionary<string, int> form) => 1;

            [WebSocket("/h")]
            public IAsyncEnumerable<string> H(IAsyncEnumerable<byte[]> messages) => null!;
        }
        """,
        isNative: true);

    [Fact]
    public Task Does_not_fire_where_the_endpoint_is_refused() => JsonTest.RunAsync(
        """
        public sealed record Room(int Id);

        public sealed class Rooms
        {
            [HttpGet("/<id")]
            public Room Get() => new(1);

            [HttpPost("/a")]
            public object Post(Room a, Room b) => new Room(1);
        }
        """,
        isNative: true);

    [Fact]
    public Task Does_not_fire_where_the_compiler_refuses_the_endpoint() => JsonTest.RunAsync(
        """
        public sealed record Room(int Id);
        public sealed class Half { public {|CS0246:Nobody|}? Owner { get; set; } }

        public sealed class Rooms
        {
            [HttpPost("/a")]
            public Room Post({|CS0246:Nothing|} a) => new(1);

            [HttpGet("/b")]
            public Half? Get() => null;

            [HttpGet("/c")]
            public object Get({|CS0246:Nothing|} c) => new Room(1);
        }
        """,
        isNative: true);
}
