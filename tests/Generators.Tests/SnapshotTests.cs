using Upwire.Generators.Tests.Infrastructure;

namespace Upwire.Generators.Tests;

/// <summary>How the generated code reads: one behaviour each.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Route_table() => Snapshot.Verify(GeneratorTest.Run("""
        using Upwire;
        namespace Shop;
        public static class Orders { [HttpGet("/orders")] public static string List() => ""; }
        public static class Users { [HttpGet("/users")] public static string List() => ""; }
        """).RouteTable);

    [Fact]
    public void Route_table_of_a_project_without_endpoints() => Snapshot.Verify(GeneratorTest.Run("").RouteTable);

    [Fact]
    public void Json_or_404_with_route_and_query_parameters() => Snapshot.Verify(GeneratorTest.Run("""
        using Upwire;
        namespace Shop;
        public interface IStore { Room? Find(int id); }
        public sealed record Room(int Id);
        [Route("/rooms")]
        public sealed class RoomController(IStore store)
        {
            [HttpGet("/<id:int>")]
            public Room? Get(int id, string? fields, int page = 1) => store.Find(id);
        }
        """)["Shop.RoomController"]);

    [Fact]
    public void Json_body_and_async_result() => Snapshot.Verify(GeneratorTest.Run("""
        using Upwire;
        namespace Shop;
        public sealed record Room(int Id);
        public static class RoomController
        {
            [HttpPost("/rooms")]
            public static async Task<IResult> Add(Room room, CancellationToken stop)
            {
                await Task.Delay(0, stop);
                return Results.Ok(room);
            }
        }
        """)["Shop.RoomController"]);

    [Fact]
    public void Web_socket() => Snapshot.Verify(GeneratorTest.Run("""
        using Upwire;
        namespace Shop;
        public sealed class Talk
        {
            [WebSocket("/rooms/<id:int>/ws")]
            public Task Join(int id, WebSocketConnection socket, CancellationToken stop) => Task.CompletedTask;
        }
        """)["Shop.Talk"]);

    [Fact]
    public void Attributes_of_the_class_and_its_base() => Snapshot.Verify(GeneratorTest.Run("""
        using Microsoft.AspNetCore.Authorization;
        using Upwire;
        namespace Shop;
        [Authorize("staff")]
        public abstract class Guarded;
        [Tags("a", "b\"c"), EndpointGroupName("g")]
        public sealed class Desk : Guarded, IDisposable
        {
            [HttpGet("/desk")] public void Open() { }
            public void Dispose() { }
        }
        """)["Shop.Desk"]);

    [Fact]
    public void Parameters_taken_apart() => Snapshot.Verify(GeneratorTest.Run("""
        using Upwire;
        using Microsoft.AspNetCore.Http;
        namespace Shop;
        public interface IStore;
        public sealed record Paging(int Size, int Page = 1);
        public sealed record Search(string Text, IStore Store, [AsParameters] Paging Paging) { public bool Exact { get; init; } }
        public static class Rooms
        {
            [HttpGet("/rooms")]
            public static string Find([AsParameters] Search search) => "";
        }
        """)["Shop.Rooms"]);

    [Fact]
    public void Object_of_a_form() => Snapshot.Verify(GeneratorTest.Run("""
        using Upwire;
        using Microsoft.AspNetCore.Http;
        namespace Shop;
        public sealed record Address(string Street, int Number = 1);
        public sealed class Order
        {
            public required string Name { get; init; }
            public string Origin { get; init; } = "here";
            public Address? Address { get; set; }
            public IReadOnlyList<IFormFile> Files { get; set; } = [];
        }
        public static class Orders
        {
            [HttpPost("/orders")]
            public static string Add([FromForm] Order order) => "";
        }
        """)["Shop.Orders"]);

    [Fact]
    public void Types_of_a_description() => Snapshot.Verify(GeneratorTest.Run("""
        using Upwire;
        namespace Shop;
        public enum Size { Small, Large }
        public sealed record Line(string Name, Size? Size, int Count = 1);
        public static class Orders
        {
            [HttpGet("/orders")]
            public static IAsyncEnumerable<string> Find(Size size, Size?[] others, [FromQuery] Dictionary<string, List<Line>> lines) => null!;
        }
        """)["Shop.Orders"]);

    [Fact]
    public void Settings_of_a_WebSocket() => Snapshot.Verify(GeneratorTest.Run("""
        using Upwire;
        namespace Shop;
        public static class Rooms
        {
            [WebSocket("/rooms", MaxMessageSize = 1024, KeepAliveInterval = 30, SlowClient = SlowClient.DropOldest, CloseTimeout = 10, SubProtocols = ["v2", "v1"], RequireSubProtocol = true)]
            public static Task Talk(WebSocketConnection socket) => socket.CloseAsync();
        }
        """)["Shop.Rooms"]);

    [Fact]
    public void Messages_and_replies() => Snapshot.Verify(GeneratorTest.Run("""
        using Upwire;
        using System.ComponentModel.DataAnnotations;
        namespace Shop;
        public sealed record Order([property: MinLength(2)] string Name);
        public sealed class Desk
        {
            [WebSocket("/echo/<id:int>")] public string? Echo(int id, [FromMessage] string text) => text;
            [WebSocket("/note")] public void Note([FromMessage] ReadOnlyMemory<byte> data) { }
            [WebSocket("/orders")] public async Task<int?> Add([FromMessage] Order order, WebSocketConnection socket) => await Task.FromResult(1);
            [WebSocket("/many")] public IAsyncEnumerable<string> Many([FromMessage] string message) => null!;
        }
        """)["Shop.Desk"]);

    [Fact]
    public void Lifetime_of_connections() => Snapshot.Verify(GeneratorTest.Run("""
        using Upwire;
        namespace Shop;
        public sealed class Desk : IWebSocketLifetime
        {
            [HttpGet("/")] public static string Get() => "";
            [WebSocket("/a")] public static void Note([FromMessage] string text) { }
            [WebSocket("/b")] public ValueTask Talk(Stream stream) => default;
        }
        """)["Shop.Desk"]);

    [Fact]
    public void Methods_that_a_handshake_asks() => Snapshot.Verify(GeneratorTest.Run("""
        using Upwire;
        using System.ComponentModel.DataAnnotations;
        namespace Shop;
        public abstract class Guarded
        {
            protected internal static async Task<IResult?> Admit([Range(1, 99)] int id, [FromHeader] string token, [Range(1, 9)] int level = 1) => await Task.FromResult(Results.NotFound());
        }
        public sealed class Desk : Guarded
        {
            [WebSocket("/desks/<id:int>/<name>", Verify = nameof(Admit), SelectSubProtocol = nameof(Choose))]
            public Task Talk(int id, WebSocketConnection socket, string level, CancellationToken stop) => Task.CompletedTask;

            [WebSocket("/echo", Verify = "Check")]
            public static string Echo([FromMessage] string text) => text;

            public string? Choose(IReadOnlyList<string> offered, string name, string level, CancellationToken stop) => null;
            public bool Check(HttpRequest request) => true;
        }
        """)["Shop.Desk"]);

    [Fact]
    public void Sequences_of_messages() => Snapshot.Verify(GeneratorTest.Run("""
        using Upwire;
        namespace Shop;
        public sealed record Order(string Name);
        public static class Desk
        {
            [WebSocket("/both")] public static IAsyncEnumerable<string> Both(IAsyncEnumerable<Order> orders, CancellationToken stop) => null!;
            [WebSocket("/out")] public static Task<IAsyncEnumerable<Order>> Out() => null!;
            [WebSocket("/in")] public static Task In(IAsyncEnumerable<byte[]> data) => Task.CompletedTask;
        }
        """)["Shop.Desk"]);

    [Fact]
    public void Validation() => Snapshot.Verify(GeneratorTest.Run("""
        using Upwire;
        using System.ComponentModel.DataAnnotations;
        namespace Shop;
        public sealed record Item([property: MinLength(2)] string Name);
        public sealed class Order
        {
            [Required, Display(Name = "the name")]
            public string? Name { get; set; }
            public List<Item> Items { get; set; } = [];
            [Range(typeof(decimal), "0", "9")]
            public decimal Price { get; set; }
            public string? Note { get; set; }
        }
        public static class Orders
        {
            [HttpPut("/orders/<id>")]
            public static void Put([Range(1, 9)] int id, Order order) { }
        }
        """)["Shop.Orders"]);
}
