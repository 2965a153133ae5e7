namespace Upwire.Analyzers.Tests;

/// <summary>Messages, and replies to them, of every shape are read and written.</summary>
public sealed class MessageShapeTests
{
    [Fact]
    public Task Messages() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public record Order(string Name); public record struct Point(int X);
        public class A {
        [WebSocket("/1")] public void M1([FromMessage] string m) { }
        [WebSocket("/2")] public void M2([FromMessage] string? m) { }
        [WebSocket("/3")] public Task M3([FromMessage] byte[] m) => null!;
        [WebSocket("/4")] public ValueTask M4([FromMessage] ReadOnlyMemory<byte> m) => default;
        [WebSocket("/5")] public async Task M5([FromMessage] WebSocketMessage m) => await Task.Yield();
        [WebSocket("/6")] public void M6([FromMessage] Order m) { }
        [WebSocket("/7")] public void M7([FromMessage] Order? m) { }
        [WebSocket("/8")] public void M8([FromMessage] Point m) { }
        [WebSocket("/9")] public void M9([FromMessage] Point? m) { }
        [WebSocket("/10")] public void M10([FromMessage] int m) { }
        [WebSocket("/11")] public void M11([FromMessage] List<Order?> m) { }
        [WebSocket("/12")] public static void M12([FromMessage] (int A, string? B) @class, string? messages, string? replies, string? connection) { }
        [WebSocket("/13")] public Task M13(IAsyncEnumerable<string?> m) => null!;
        [WebSocket("/14")] public Task M14(IAsyncEnumerable<Order?> m) => null!;
        [WebSocket("/15")] public Task M15(IAsyncEnumerable<WebSocketMessage> m) => null!;
        [WebSocket("/16")] public void M16(IAsyncEnumerable<Point?> m) { }
        #nullable disable
        [WebSocket("/17")] public void M17([FromMessage] Order m) { }
        [WebSocket("/18")] public void M18(IAsyncEnumerable<Order> m) { }
        }
        """);

    [Fact]
    public Task Replies() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public record Order(string Name);
        public interface IFeed<out T> : IAsyncEnumerable<T>;
        public struct S : IAsyncEnumerable<string?> { public IAsyncEnumerator<string?> GetAsyncEnumerator(CancellationToken stop) => default!; }
        public class A {
        [WebSocket("/1")] public string M1([FromMessage] string m) => m;
        [WebSocket("/2")] public Task<string> M2([FromMessage] string m) => null!;
        [WebSocket("/3")] public ValueTask<string?> M3([FromMessage] string m) => default;
        [WebSocket("/4")] public byte[]? M4([FromMessage] byte[] m) => m;
        [WebSocket("/5")] public ReadOnlyMemory<byte> M5([FromMessage] ReadOnlyMemory<byte> m) => m;
        [WebSocket("/6")] public Task<ReadOnlyMemory<byte>?> M6([FromMessage] ReadOnlyMemory<byte> m) => null!;
        [WebSocket("/7")] public Memory<byte> M7([FromMessage] string m) => default;
        [WebSocket("/8")] public WebSocketMessage M8([FromMessage] WebSocketMessage m) => m;
        [WebSocket("/9")] public Order? M9([FromMessage] Order m) => m;
        [WebSocket("/10")] public Task<Order> M10([FromMessage] Order m) => null!;
        [WebSocket("/11")] public ValueTask<Order?> M11([FromMessage] Order m) => default;
        [WebSocket("/12")] public int? M12([FromMessage] Order m) => 1;
        [WebSocket("/13")] public Task<(int A, string? B)?> M13([FromMessage] Order m) => null!;
        [WebSocket("/14")] public IAsyncEnumerable<string> M14([FromMessage] Order m) => null!;
        [WebSocket("/15")] public Task<IFeed<Order?>?> M15([FromMessage] Order m) => null!;
        [WebSocket("/16")] public S M16([FromMessage] Order m) => default;
        [WebSocket("/17")] public ValueTask<S?> M17([FromMessage] Order m) => default;
        [WebSocket("/18")] public IAsyncEnumerable<int?>? M18([FromMessage] Order m) => null;
        [WebSocket("/19")] public List<Order>? M19([FromMessage] Order m) => null;
        [WebSocket("/20")] public IAsyncEnumerable<string> M20() => null!;
        [WebSocket("/21")] public IAsyncEnumerable<ReadOnlyMemory<byte>>? M21(WebSocketConnection socket) => null!;
        [WebSocket("/22")] public Task<IFeed<Order?>> M22(IAsyncEnumerable<Order> m) => null!;
        [WebSocket("/23")] public S? M23(Stream s) => null!;
        [WebSocket("/24")] public async IAsyncEnumerable<byte[]?> M24([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop) { await Task.Yield(); yield return null; }
        #nullable disable
        [WebSocket("/25")] public string M25([FromMessage] string m) => m;
        [WebSocket("/26")] public Task<Order> M26([FromMessage] Order m) => null;
        [WebSocket("/27")] public IAsyncEnumerable<Order> M27() => null;
        }
        """);
}
