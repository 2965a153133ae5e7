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
