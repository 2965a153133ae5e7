namespace Upwire.Analyzers.Tests;

/// <summary>Results of every shape are written.</summary>
public sealed class ResultShapeTests
{
    [Fact]
    public Task Values_tasks_and_typed_results() => GeneratedProgram.AssertAllEmittedAsync(
        """
        using System.Threading.Tasks; using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Http.HttpResults; using Upwire; using System.Collections.Generic;
        public class A {
        [HttpGet("/1")] public Task<string?> R1() => default!;
        [HttpGet("/2")] public ValueTask<IResult> R2() => default!;
        [HttpGet("/3")] public int? R3() => default!;
        [HttpGet("/4")] public Results<Ok<string>, NotFound> R4() => default!;
        [HttpGet("/5")] public Task<Results<Ok<string>, NotFound>> R5() => default!;
        [HttpGet("/6")] public IResult? R6() => default!;
        [HttpGet("/7")] public Ok<string>? R7() => default!;
        [HttpGet("/8")] public ValueTask<int?> R8() => default!;
        [HttpGet("/9")] public Task<List<string?>?> R9() => default!;
        [HttpGet("/10")] public string R10() => default!;
        [HttpGet("/11")] public object R11() => default!;
        [HttpGet("/12")] public object? R12() => default!;
        [HttpGet("/13")] public void R13() { }
        [HttpGet("/14")] public ValueTask R14() => default!;
        [HttpGet("/15")] public Task<object?> R15() => default!;
        [HttpGet("/16")] public int[] R16() => default!;
        [HttpGet("/17")] public int[]? R17() => default!;
        [HttpGet("/18")] public Task<int[]?[]?> R18() => default!;
        [HttpGet("/19")] public bool R19() => default!;
        [HttpGet("/20")] public IReadOnlyList<int>? R20() => default!;
        [HttpGet("/21")] public (int, int)? R21() => default!;
        }
        """);

    [Fact]
    public Task Results_that_are_structs() => GeneratedProgram.AssertAllEmittedAsync(
        """
        using System.Threading.Tasks; using Microsoft.AspNetCore.Http; using Upwire;
        public struct R : IResult { public Task ExecuteAsync(HttpContext c) => Task.CompletedTask; }
        public class A { [HttpGet("/a")] public R X() => default; [HttpGet("/b")] public R? Y() => default; [HttpGet("/c")] public Task<R?> Z() => null!; }
        """);

    [Fact]
    public Task Bytes_and_streams() => GeneratedProgram.AssertAllEmittedAsync(
        """
        using System; using System.IO; using System.IO.Pipelines; using System.Threading.Tasks; using Upwire;
        public class A {
        [HttpGet("/1")] public byte[] R1() => default!;
        [HttpGet("/2")] public Task<byte[]?> R2() => default!;
        [HttpGet("/3")] public ReadOnlyMemory<byte> R3() => default!;
        [HttpGet("/4")] public ReadOnlyMemory<byte>? R4() => default!;
        [HttpGet("/5")] public ValueTask<Memory<byte>> R5() => default!;
        [HttpGet("/6")] public Memory<byte>? R6() => default!;
        [HttpGet("/7")] public Stream R7() => default!;
        [HttpGet("/8")] public Task<FileStream?> R8() => default!;
        [HttpGet("/9")] public PipeReader R9() => default!;
        [HttpGet("/10")] public ValueTask<PipeReader?> R10() => default!;
        [HttpGet("/11")] public byte?[] R11() => default!;
        [HttpGet("/12")] public byte[,] R12() => default!;
        #nullable disable
        [HttpGet("/13")] public byte[] R13() => default;
        [HttpGet("/14")] public Stream R14() => default;
        }
        """);

    [Fact]
    public Task Sequences_and_events() => GeneratedProgram.AssertAllEmittedAsync(
        """
        using System.Collections.Generic; using System.Net.ServerSentEvents; using System.Threading; using System.Threading.Tasks; using Upwire;
        public interface IFeed<out T> : IAsyncEnumerable<T>;
        public struct S : IAsyncEnumerable<string?> { public IAsyncEnumerator<string?> GetAsyncEnumerator(CancellationToken stop) => default!; }
        public class A {
        [HttpGet("/1")] public IAsyncEnumerable<int> R1() => default!;
        [HttpGet("/2")] public IAsyncEnumerable<string?>? R2() => default!;
        [HttpGet("/3")] public Task<IAsyncEnumerable<List<string?>?>> R3() => default!;
        [HttpGet("/4")] public ValueTask<IFeed<(int A, string? B)>?> R4() => default!;
        [HttpGet("/5")] public S R5() => default!;
        [HttpGet("/6")] public S? R6() => default!;
        [HttpGet("/7")] public IAsyncEnumerable<SseItem<string>> R7() => default!;
        [HttpGet("/8")] public IAsyncEnumerable<SseItem<string?>>? R8() => default!;
        [HttpGet("/9")] public Task<IFeed<SseItem<List<int?>?>>> R9() => default!;
        [HttpGet("/10")] public IAsyncEnumerable<object?> R10() => default!;
        #nullable disable
        [HttpGet("/11")] public IAsyncEnumerable<string> R11() => default;
        [HttpGet("/12")] public IAsyncEnumerable<SseItem<string>> R12() => default;
        }
        """);

    [Fact]
    public Task Results_that_tell_of_themselves() => GeneratedProgram.AssertAllEmittedAsync(
        """
        using System.Reflection; using System.Threading.Tasks; using Upwire; using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Http.HttpResults; using Microsoft.AspNetCore.Http.Metadata;
        public struct R : IResult, IEndpointMetadataProvider {
        public Task ExecuteAsync(HttpContext c) => Task.CompletedTask;
        public static void PopulateMetadata(MethodInfo m, EndpointBuilder b) { } }
        public class A {
        [HttpGet("/1")] public R? R1() => default;
        [HttpGet("/2")] public Task<Results<Ok<string?>, NotFound>?> R2() => default!;
        [HttpGet("/3")] public ServerSentEventsResult<int> R3() => default!;
        }
        """);

    [Fact]
    public Task Tuples() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/a")] public (int A, string B) X() => default; [HttpGet("/b")] public Task<(int A, string? B)?> Y() => default!; }
        """);

    [Fact]
    public Task Async_methods() => GeneratedProgram.AssertAllEmittedAsync(
        """
        public class A { [HttpGet("/l")] public async Task<(int, string?)> Z() { await Task.Yield(); return default; } [WebSocket("/w")] public async ValueTask W(Stream s) { await Task.Yield(); } [WebSocket("/v")] public void V(Stream s) { }}
        """);
}
