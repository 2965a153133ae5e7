using Test = Upwire.Analyzers.Tests.RuleTest<Upwire.Generators.Analyzers.HandlerAnalyzer>;

namespace Upwire.Analyzers.Tests;

/// <summary>UPW0031.</summary>
public sealed class ResultNotWritableTests
{
    [Fact]
    public Task Fires_on_the_results_of_MVC() => Test.RunAsync(
        """
        using Microsoft.AspNetCore.Mvc;
        using Upwire;
        using HttpGetAttribute = Upwire.HttpGetAttribute;

        public sealed class Rooms
        {
            [HttpGet("/rooms")]
            public IActionResult {|#0:List|}() => null!;
        }
        """,
        "UPW0031",
        "'List' cannot be an endpoint's handler: it returns MVC's 'IActionResult'; return an IResult or the value itself");

    [Fact]
    public Task Fires_on_values_of_WebSockets() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/rooms")]
            public Task<string> {|#0:Join|}(Stream stream) => null!;
        }
        """,
        "UPW0031",
        "'Join' cannot be an endpoint's handler: it returns 'string', which nothing asks for: the handler of a connection returns void, Task, ValueTask or the IAsyncEnumerable<T> that it sends, and a value is the reply to a [FromMessage]");

    [Fact]
    public Task Fires_on_what_is_no_message() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [WebSocket("/a")]
            public object {|UPW0031:A|}([FromMessage] string text) => text;

            [WebSocket("/b")]
            public Task<Stream> {|UPW0031:B|}([FromMessage] string text) => null!;

            [WebSocket("/c")]
            public Microsoft.AspNetCore.Http.IResult {|UPW0031:C|}([FromMessage] string text) => null!;

            [WebSocket("/d")]
            public IAsyncEnumerable<System.Net.ServerSentEvents.SseItem<string>> {|UPW0031:D|}() => null!;

            [WebSocket("/e")]
            public IAsyncEnumerable<object> {|UPW0031:E|}() => null!;

            [WebSocket("/f")]
            public IAsyncEnumerable<IAsyncEnumerable<int>> {|UPW0031:F|}() => null!;
        }
        """);

    [Fact]
    public Task Fires_on_references_pointers_and_ref_structs() => Test.RunAsync(
        """
        public sealed unsafe class Rooms
        {
            private static int count;

            [HttpGet("/a")]
            public ref int {|UPW0031:A|}() => ref count;

            [HttpGet("/b")]
            public int* {|UPW0031:B|}() => null;

            [HttpGet("/c")]
            public ReadOnlySpan<char> {|UPW0031:C|}() => "";
        }
        """);

    [Fact]
    public Task Fires_on_tasks_that_may_be_null() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/a")]
            public Task? {|#0:A|}() => null;
        }
        """,
        "UPW0031",
        "'A' cannot be an endpoint's handler: it returns 'Task?', and null cannot be awaited");

    [Fact]
    public Task Fires_on_nullable_value_tasks() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/a")]
            public ValueTask<int>? {|UPW0031:A|}() => null;
        }
        """);

    [Fact]
    public Task Fires_on_tasks_inside_tasks() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/a")]
            public Task<Task<string>> {|#0:A|}() => null!;
        }
        """,
        "UPW0031",
        "'A' cannot be an endpoint's handler: it returns 'Task<Task<string>>', of which the task inside would not be awaited");

    [Fact]
    public Task Fires_on_dynamic_and_delegates() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/a")]
            public dynamic {|UPW0031:A|}() => "";

            [HttpGet("/b")]
            public Task<dynamic> {|UPW0031:B|}() => null!;

            [HttpGet("/c")]
            public Func<int> {|UPW0031:C|}() => null!;
        }
        """);

    [Fact]
    public Task Fires_on_sequences_of_what_cannot_be_written() => Test.RunAsync(
        """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Net.ServerSentEvents;
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public IAsyncEnumerable<Func<int>> {|UPW0031:A|}() => null!;

            [HttpGet("/b")]
            public Task<IAsyncEnumerable<dynamic>> {|UPW0031:B|}() => null!;

            [HttpGet("/c")]
            public IAsyncEnumerable<Task<int>> {|UPW0031:C|}() => null!;

            [HttpGet("/d")]
            public IAsyncEnumerable<SseItem<Stream>> {|UPW0031:D|}() => null!;

            [HttpGet("/e")]
            public IAsyncEnumerable<Microsoft.AspNetCore.Http.IResult> {|UPW0031:E|}() => null!;

            [HttpGet("/f")]
            public IAsyncEnumerable<SseItem<int>?> {|UPW0031:F|}() => null!;

            [HttpGet("/g")]
            public IAsyncEnumerable<Span<int>> {|UPW0031:G|}() => null!;

            [HttpGet("/h")]
            public IAsyncEnumerable<SseItem<SseItem<int>>> {|UPW0031:H|}() => null!;
        }
        """);

    [Fact]
    public Task Says_what_is_wrong_with_the_items_of_a_sequence() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/a")]
            public IAsyncEnumerable<Task<int>> {|#0:A|}() => null!;
        }
        """,
        "UPW0031",
        "'A' cannot be an endpoint's handler: it returns a sequence of 'Task<int>', which nobody would await");

    [Fact]
    public Task Fires_on_several_sequences_at_once() => Test.RunAsync(
        """
        public abstract class Both : IAsyncEnumerable<int>, IAsyncEnumerable<string>
        {
            public abstract IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken stop = default);

            IAsyncEnumerator<string> IAsyncEnumerable<string>.GetAsyncEnumerator(CancellationToken stop) => null!;
        }

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public Both {|#0:A|}() => null!;
        }
        """,
        "UPW0031",
        "'A' cannot be an endpoint's handler: it returns 'Both', which is several sequences at once; return the IAsyncEnumerable<T> that is meant");

    [Fact]
    public Task Does_not_fire_on_bytes_streams_and_sequences() => Test.RunAsync(
        """
        using System.Collections.Generic;
        using System.IO;
        using System.IO.Pipelines;
        using System.Net.ServerSentEvents;
        using System.Threading.Tasks;
        using Upwire;

        public sealed class Rooms
        {
            [HttpGet("/a")]
            public byte[] A() => [];

            [HttpGet("/b")]
            public Task<Stream?> B() => null!;

            [HttpGet("/c")]
            public PipeReader C() => null!;

            [HttpGet("/d")]
            public IAsyncEnumerable<byte[]> D() => null!;

            [HttpGet("/e")]
            public IAsyncEnumerable<IAsyncEnumerable<int>> E() => null!;

            [HttpGet("/f")]
            public IAsyncEnumerable<SseItem<int?>> F() => null!;
        }
        """);

    [Fact]
    public Task Does_not_fire_on_values_and_results() => Test.RunAsync(
        """
        public sealed class Rooms
        {
            [HttpGet("/a")]
            public Task<string?> A() => null!;

            [HttpGet("/b")]
            public ValueTask<Microsoft.AspNetCore.Http.IResult> B() => default;

            [HttpGet("/c")]
            public int? C() => null;

            [HttpGet("/d")]
            public void D()
            {
            }
        }
        """);
}
